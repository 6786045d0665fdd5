#!/usr/bin/env bash
# The search index with the names of a whole country's citizens in treatment: room and time.
# Compiled from the program's own files, so that nothing but the index is measured.
#
#   Tests/Load/search-bench.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
out=.build/search-bench
mkdir -p "$out"
# What the index knows of the house: days and numbers of persons, and the ids of cases. The declarations are for their
# package alone, and so is the trial.
flags=(
    -O -wmo -swift-version 6 -package-name fjorten -I "$out" -I Sources/CStandards/include
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature ExistentialAny
)
clang -c -std=c23 -ISources/CStandards/include Sources/CStandards/*.c -o "$out/CStandards.o"
for module in Domain:Sources/Domain Records:Sources/Records/Identifiers; do
    mapfile -t sources < <(find "${module#*:}" -name '*.swift' | sort)
    swiftc "${flags[@]}" -parse-as-library -module-name "${module%:*}" -emit-module \
        -emit-module-path "$out/${module%:*}.swiftmodule" -c "${sources[@]}" -o "$out/${module%:*}.o"
done
swiftc "${flags[@]}" -module-name SearchBench \
    Tests/Load/Search/main.swift Sources/Centre/Search/NameIndex.swift Sources/Centre/Search/FoldedWords.swift \
    "$out"/{CStandards,Domain,Records}.o -o "$out/search-bench"
"$out/search-bench"
