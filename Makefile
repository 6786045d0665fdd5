# What this project can be asked to do. Every goal first installs what it needs and the machine lacks.

# An import that Package.swift does not declare is an error, here and in the tests.
SWIFTFLAGS = --explicit-target-dependency-import-check error
RELEASE = .build/release/fjorten
DEBUG = .build/debug/fjorten

.PHONY: help build build-tests test swift-test browser-test lint format run bench fuzz torture

help:
	@echo "make run      install what is missing, build, fill a demo centre and serve it"
	@echo "make test     everything a change must pass"
	@echo "make build    the program, for use: $(RELEASE)"
	@echo "make lint     how the code is written    (make format mends most of it)"
	@echo "make bench    speed, as ratios measured in one run"
	@echo "make fuzz     every parser against arbitrary bytes, and the rules against a second reading"
	@echo "make torture  kills, faults and power cuts, the whole of it"

# Swift's own libraries are linked in: a command starts in half the time, and a server needs no Swift.
build:
	@.tools/need build
	swift build $(SWIFTFLAGS) -c release --static-swift-stdlib --product fjorten

build-tests:
	swift build $(SWIFTFLAGS) --build-tests

test:
	@.tools/need test
	@.tools/test

swift-test: build-tests
	swift test $(SWIFTFLAGS) --skip-build --disable-xctest

browser-test: build-tests
	.tools/python -m pytest -q Tests/Browser --fjorten=$(DEBUG)

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

run: build
	@.tools/run $(RELEASE)

bench: build
	@.tools/need bench
	Tests/Load/run $(RELEASE)

fuzz: build
	@.tools/need fuzz
	Tests/Fuzz/run

torture: build
	@.tools/need torture
	Tests/Torture/run $(RELEASE)
