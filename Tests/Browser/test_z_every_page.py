"""Runs last: judges the source of every page that the tests before it passed."""


def test_every_page_passed_is_valid_html(album):
    assert album.count > 0
    assert album.faults() == []
