SWIFTFLAGS = --explicit-target-dependency-import-check error

build:
	swift build $(SWIFTFLAGS)
