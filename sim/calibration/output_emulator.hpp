#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/gaussian_process.hpp"
#include "sim/calibration/points.hpp"

/// \file sim/calibration/output_emulator.hpp
/// What a run of a stochastic model would give anywhere in the unit cube: all outputs at once, with
/// their scatter and the correlations of their scatter.
///
/// Outputs are standardised and turned into principal components (Higdon et al. 2008,
/// doi:10.1198/016214507000000888). Each component is a polynomial of the inputs, shrunk
/// (ridge_trend.hpp), and a Gaussian process on the rest where that predicts better
/// (component_process.hpp). Everything that this leaves of the outputs of a run, when it is
/// predicted from the others, is kept as one residual vector per run: noise of the model, error of
/// the emulator and dropped components together.

namespace sim::calibration {

/// How an emulator is fitted.
struct EmulatorOptions {
    double share = 0.99;        ///< Components kept explain this share of the variance, 0 to 1 ...
    std::size_t most = 40;      ///< ... but there are at most so many, >= 1.
    bool processes = true;      ///< Try Gaussian processes on what trends leave.
    bool spread_varies = true;  ///< Let the scatter of each output depend on the inputs.
    std::size_t search_runs = 300;   ///< At most so many in the search for lengths, >= 2.
    std::size_t process_runs = 600;  ///< At most so many behind each process, >= 2.
};

/// How well one output is emulated, from runs predicted when left out.
struct OutputDiagnostics {
    double explained = 0.0;  ///< 1 - squares of the residuals / squares about the mean: the share
                             ///< of the variance that the parameters explain, about. The rest is
                             ///< noise and error of the emulator. NaN if the output never varied.
    double residual_mean = 0.0;  ///< Of (output - predicted) / predicted sd; should be near 0 ...
    double residual_sd = 1.0;    ///< ... and 1 (made so over all runs) ...
    double beyond_two = 0.0;     ///< ... with this share beyond 2 either way; 0.046 if normal.
    double noise_sd = 0.0;       ///< Root mean square of the residuals [unit of the output].
};

/// An emulator of all outputs. Made again from the same table it is the same to the bit, so that
/// the table of runs is all that has to be kept.
class OutputEmulator {
  public:
    /// Fit to a table of runs, one row each. Runs at one point are rows of their own.
    ///
    /// \param inputs   In the unit cube, spread over the whole of the region where it will be used.
    /// \param outputs  A row per row of \p inputs. A row with a number that is not finite is a
    ///                 failed run and left out.
    /// \pre  Options in range, as many outputs as inputs.
    /// \throws InputError if fewer runs succeeded than twice the inputs, plus 10.
    OutputEmulator(Points const& inputs, Points const& outputs,
                   EmulatorOptions const& options = {});

    /// Mean and standard deviation of each output of a run at \p input. The deviation is that of a
    /// new run: noise and error of the emulator. May be called by many threads.
    /// \pre mean.size() == sd.size() == outputs()
    void predict(std::span<double const> input, std::span<double> mean, std::span<double> sd) const;

    [[nodiscard]] std::size_t inputs() const noexcept { return inputs_; }
    [[nodiscard]] std::size_t outputs() const noexcept { return outputs_; }

    /// Runs that the fit used.
    [[nodiscard]] std::size_t runs() const noexcept { return residuals_.rows(); }

    /// Runs that the residuals are worth: less the terms that the trends took of each component
    /// (RidgeTrend::effective_terms), on average over the variance that components explain; at
    /// least 2.
    [[nodiscard]] double free_runs() const noexcept { return free_runs_; }

    /// Components kept, and how many of them have a Gaussian process.
    [[nodiscard]] std::size_t components() const noexcept { return components_; }
    [[nodiscard]] std::size_t processes() const noexcept { return processes_.size(); }

    /// Residual vectors: (output - predicted when left out) / predicted sd, mean square 1 per
    /// output (0 for one that never varied); shape (runs, outputs).
    [[nodiscard]] Points const& residuals() const noexcept { return residuals_; }

    [[nodiscard]] std::vector<OutputDiagnostics> const& diagnostics() const noexcept {
        return diagnostics_;
    }

  private:
    struct Process {
        GaussianProcess process;
        Eigen::VectorXd loading;  // of its component on each output
    };

    /// Trend and processes of every component; gives the outputs as predicted when left out.
    Eigen::MatrixXd fit_means(Points const& inputs, Eigen::MatrixXd const& outputs,
                              EmulatorOptions const& options);
    /// The law of the scatter around them.
    void fit_spread(Points const& inputs, Eigen::MatrixXd const& misses, bool varies);
    void diagnose(Eigen::MatrixXd const& outputs, Eigen::MatrixXd const& misses);

    std::size_t inputs_ = 0, outputs_ = 0, components_ = 0;
    double free_runs_ = 0.0;
    Eigen::MatrixXd trend_;                 // coefficients of each output; shape (outputs, terms)
    std::vector<Process> processes_;        // of the components that have one
    Eigen::MatrixXd log_spread_;            // log of the sd; shape (outputs, 1 + inputs)
    Eigen::VectorXd least_log_, most_log_;  // its limits: those met among the runs
    Points residuals_;
    std::vector<OutputDiagnostics> diagnostics_;
};

/// The laws of many points: a row each.
struct OutputPredictions {
    Points mean;      ///< Shape (points, outputs).
    Points variance;  ///< Of a new run; same shape.
};

/// OutputEmulator::predict() of each row, in parallel; the same for any number of threads.
[[nodiscard]] OutputPredictions predict(OutputEmulator const& emulator, Points const& inputs);

/// Outputs of one new run at each of the \p inputs: mean + sd * the whole residual vector of a run
/// drawn by luck, so that outputs scatter together as they do in the model.
///
/// \param first  Number of the first row; row i draws by first + i and \p series only.
[[nodiscard]] Points sample(OutputEmulator const& emulator, Points const& inputs, Draws draws,
                            std::uint32_t first = 0, std::uint32_t series = 0);

}  // namespace sim::calibration
