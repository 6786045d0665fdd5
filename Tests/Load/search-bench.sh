#!/usr/bin/env bash
# The search index with the names of a whole country's citizens in treatment: room and time.
# Compiled from the program's own files, so that nothing but the index is measured.
#
#   Tests/Load/search-bench.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
out=.build/search-bench
mkdir -p "$out"
objects=.build/release
swiftc -O -wmo -swift-version 6 -enable-upcoming-feature InternalImportsByDefault \
    -enable-upcoming-feature ExistentialAny -module-name SearchBench -I "$objects/Modules" -I Sources/CStandards/include \
    Tests/Load/Search/main.swift Sources/Centre/Search/NameIndex.swift Sources/Centre/Search/FoldedWords.swift \
    Sources/Centre/App/Identifiers.swift Sources/Centre/App/RandomID.swift "$objects"/Domain.build/*.o "$objects"/CStandards.build/*.o \
    -o "$out/search-bench"
"$out/search-bench"
