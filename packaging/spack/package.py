# A Spack recipe. It was NOT RUN here: no Spack is at hand. A test compiles it as Python and
# compares its packages with those that the project needs (tests/packaging).
# To try it: put it into packages/azalai of a Spack repository, and
#     spack dev-build --source-path FOLDER_OF_THE_PROJECT azalai@0.1.0
"""Spack package of Azalai."""

from spack.package import CMakePackage, depends_on, license, variant, version


class Azalai(CMakePackage):
    """Simulator of armed conflict and displacement, with every household as an agent."""

    license("BSD-3-Clause")

    version("0.1.0")

    variant("mpi", default=False, description="Sweeps over the ranks of an MPI job")

    depends_on("c", type="build")
    depends_on("cxx", type="build")
    depends_on("cmake@3.25:", type="build")
    depends_on("python@3.11:", type="build")
    depends_on("git", type="build")
    depends_on("eigen@3.4:")
    depends_on("hdf5@1.10: +hl")
    depends_on("cli11@2.1:")
    depends_on("tomlplusplus@3.3:")
    depends_on("random123@1.14:")
    depends_on("fmt@9:")
    depends_on("nlohmann-json@3.11:")
    depends_on("boost@1.74:")
    depends_on("cpp-httplib@0.11:")
    depends_on("cereal@1.3:")
    depends_on("yaml-cpp@0.7:")
    depends_on("openssl")
    depends_on("mpi", when="+mpi")

    def cmake_args(self):
        """Options of CMake, as in the release preset."""
        return [
            self.define("AZALAI_CHECKS", False),
            self.define("BUILD_TESTING", False),
            self.define("AZALAI_MPI", "ON" if self.spec.satisfies("+mpi") else "OFF"),
        ]
