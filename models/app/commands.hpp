#pragma once

#include <string>

namespace CLI {
class App;
}  // namespace CLI

/// \file models/app/commands.hpp
/// The commands of the program `azalai`. Each parses, calls one library function and reports.

namespace models {

/// `azalai run`: one run, one result file.
/// \param command_line  As typed, for the provenance of results.
/// \param[out] exit_code  Set when the run was interrupted; must outlive \p app.
void add_run_command(CLI::App& app, std::string const& command_line, int& exit_code);

/// `azalai check`: read and check a scenario, run nothing.
void add_check_command(CLI::App& app);

/// `azalai flee`: run a Flee instance and compare with its documented counts.
/// \param command_line  As typed, for the provenance of results.
void add_flee_command(CLI::App& app, std::string const& command_line);

/// `azalai export`: results as ACLED, UCDP, VIEWS or plain CSV.
void add_export_command(CLI::App& app);

/// `azalai score`: result files against observed events.
void add_score_command(CLI::App& app);

/// `azalai report`: one page of results, made by Python.
/// \param[out] exit_code  That of Python; must outlive \p app.
void add_report_command(CLI::App& app, int& exit_code);

/// `azalai info`: what a result file is.
void add_info_command(CLI::App& app);

/// `azalai sweep`: all runs of a design, or a part of them.
/// \param command_line  As typed, for the provenance of results.
/// \param[out] exit_code  Set when the sweep was interrupted; must outlive \p app.
void add_sweep_command(CLI::App& app, std::string const& command_line, int& exit_code);

/// `azalai join`: the parts of a sweep into one file.
/// \param command_line  As typed, for the provenance of results.
/// \param[out] exit_code  Set when parts are missing; must outlive \p app.
void add_join_command(CLI::App& app, std::string const& command_line, int& exit_code);

/// `azalai calibrate`: a posterior of settings from documented figures.
/// \param[out] exit_code  Set when it was interrupted; must outlive \p app.
void add_calibrate_command(CLI::App& app, int& exit_code);

/// `azalai validate`: runs beside documented figures, stylised facts and the user's data.
void add_validate_command(CLI::App& app);

/// `azalai view`: results in the browser.
void add_view_command(CLI::App& app);
/// `azalai describe-commands`, which no help shows: every command and option as JSON, from which
/// packaging/manual.py and packaging/completions.py make pages and completions.
/// \param app  With all its commands when it parses; must outlive the call.
void add_describe_command(CLI::App& app);

}  // namespace models
