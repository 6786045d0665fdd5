internal import Records

/// What the room asks of the centre's own forms.
enum InstrumentSQL: String, StatementList {
    case all = """
        SELECT form, added_by, added_at FROM instrument ORDER BY code, version
        """
    case exists = """
        SELECT form FROM instrument WHERE id = ?1
        """
    case newestVersion = """
        SELECT max(version) FROM instrument WHERE code = ?1
        """
    case add = """
        INSERT INTO instrument (id, code, version, form, added_by, added_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
}
