# The Debian package: `scripts/package` builds it, `scripts/test-package` tries it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME azalai)
set(CPACK_PACKAGE_VENDOR "The Azalai authors")
set(CPACK_PACKAGE_CONTACT "The Azalai authors <azalai@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "simulator of armed conflict and displacement")

# One package, of the component `program` alone.
set(CPACK_COMPONENTS_ALL program)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
    "hdf5-tools, netcdf-bin, python3-h5py, python3-matplotlib, python3-numpy, python3-pandas, python3-scipy, python3-xarray")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Azalai simulates an armed conflict and the people who flee from it, day by
 day, with every household as an agent. Scenarios are tables and TOML files;
 results are HDF5 files that are netCDF too. Its first country is Mali since
 2012. Do not use the results for decisions: they are not calibrated.")

# The licence under the name that Debian wants.
configure_file(LICENSE ${PROJECT_BINARY_DIR}/packaging/copyright COPYONLY)
install(FILES ${PROJECT_BINARY_DIR}/packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT program)
include(CPack)
