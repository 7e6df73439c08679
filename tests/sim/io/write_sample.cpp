#include <cstdio>
#include <cstdlib>
#include <exception>

#include "tests/sim/io/sample.hpp"

/// Writes the sample file: `write_sample PATH STEPS`.
int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        sample::write_file(argv[1], std::atoi(argv[2]));
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 74;
    }
    return 0;
}
