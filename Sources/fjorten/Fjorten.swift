internal import ArgumentParser

@main
struct Fjorten: ParsableCommand {}
