#include "sim/calibration/saved_state.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <limits>
#include <type_traits>

namespace sim::calibration {

namespace {

template <class Number>
concept Whole = std::unsigned_integral<Number> || std::is_enum_v<Number>;

/// Writes each field it is shown into a column.
class Saver {
  public:
    explicit Saver(SavedState& columns) : columns_{columns} {}

    void field(std::string const& name, double const& value) { columns_[name] = {value}; }
    void field(std::string const& name, std::vector<double> const& values) {
        columns_[name] = values;
    }
    template <Whole Number>
    void field(std::string const& name, Number const& value) {
        columns_[name] = {static_cast<double>(value)};
    }
    template <Whole Number>
    void field(std::string const& name, std::vector<Number> const& values) {
        auto& column = columns_[name];
        for (Number const value : values) column.push_back(static_cast<double>(value));
    }
    /// Number of elements of a list whose elements are fields of their own.
    template <class Element>
    std::size_t size(std::string const& name, std::vector<Element> const& list) {
        field(name, list.size());
        return list.size();
    }

  private:
    SavedState& columns_;
};

/// Reads each field it is shown from a column.
class Loader {
  public:
    explicit Loader(SavedState const& columns) : columns_{columns} {}

    void field(std::string const& name, double& value) { value = one(name); }
    void field(std::string const& name, std::vector<double>& values) { values = column(name); }
    template <Whole Number>
    void field(std::string const& name, Number& value) {
        value = whole<Number>(name, one(name));
    }
    template <Whole Number>
    void field(std::string const& name, std::vector<Number>& values) {
        values.clear();
        for (double const value : column(name)) values.push_back(whole<Number>(name, value));
    }
    template <class Element>
    std::size_t size(std::string const& name, std::vector<Element>& list) {
        std::size_t count = 0;
        field(name, count);
        // Each element has columns of its own, so more elements than columns cannot be.
        require(count <= columns_.size(), problem(name, "must be the number of saved elements"));
        list.resize(count);
        return count;
    }

  private:
    static std::string problem(std::string const& name, char const* demand) {
        return "saved state: column '" + name + "' (" + demand + "). Start the study anew.";
    }

    std::vector<double> const& column(std::string const& name) const {
        auto const found = columns_.find(name);
        require(found != columns_.end(), problem(name, "must be there"));
        return found->second;
    }

    double one(std::string const& name) const {
        auto const& values = column(name);
        require(values.size() == 1, problem(name, "must be one number"));
        return values.front();
    }

    template <Whole Number>
    static Number whole(std::string const& name, double value) {
        double largest = 0x1.0p53;
        if constexpr (std::unsigned_integral<Number>) {
            largest = std::min(largest, static_cast<double>(std::numeric_limits<Number>::max()));
        } else {
            largest = 255.0;  // enumerations are one byte
        }
        require(value >= 0.0 && value <= largest && value == std::floor(value),
                problem(name, "must be whole numbers in range"));
        return static_cast<Number>(value);
    }

    SavedState const& columns_;
};

/// A struct of the given type, constant or not.
template <class Any, class Struct>
concept Is = std::same_as<std::remove_const_t<Any>, Struct>;

// Each function below shows all fields of one struct, to a Saver (as constants) or to a Loader.

template <class Archive, Is<Points> Any>
void fields(Archive& archive, std::string const& name, Any& points) {
    archive.field(name + ".columns", points.columns);
    archive.field(name + ".values", points.values);
    require(points.values.size() == points.rows() * points.columns,
            "saved state: column '" + name +
                ".values' (must be rows of whole length). Start the study anew.");
}

template <class Archive, Is<GpSetup> Any>
void fields(Archive& archive, std::string const& name, Any& setup) {
    archive.field(name + ".kernel", setup.kernel);
    archive.field(name + ".trend", setup.trend);
    fields(archive, name + ".inputs", setup.inputs);
    archive.field(name + ".outputs", setup.outputs);
    archive.field(name + ".noise", setup.noise);
    archive.field(name + ".length", setup.parameters.length);
    archive.field(name + ".variance", setup.parameters.variance);
    archive.field(name + ".nugget", setup.parameters.nugget);
}

template <class Archive, Is<HistoryWave> Any>
void fields(Archive& archive, std::string const& name, Any& wave) {
    std::size_t const count = archive.size(name + ".emulators", wave.emulators);
    for (std::size_t i = 0; i < count; ++i) {
        fields(archive, name + ".emulator" + std::to_string(i), wave.emulators[i]);
    }
    archive.field(name + ".cutoff", wave.cutoff);
    archive.field(name + ".ignored", wave.ignored);
}

template <class Archive, Is<HistoryMatching> Any>
void fields(Archive& archive, Any& state) {
    fields(archive, "wanted", state.wanted);
    fields(archive, "inputs", state.inputs);
    fields(archive, "outputs", state.outputs);
    fields(archive, "sample", state.sample);
    std::size_t const count = archive.size("waves", state.waves);
    for (std::size_t i = 0; i < count; ++i) {
        fields(archive, "wave" + std::to_string(i), state.waves[i]);
    }
    archive.field("share", state.share);
    archive.field("accepted", state.accepted);
    archive.field("candidates", state.candidates);
    archive.field("end", state.end);
}

template <class Archive, Is<AbcPopulation> Any>
void fields(Archive& archive, std::string const& name, Any& population) {
    fields(archive, name + ".points", population.points);
    fields(archive, name + ".outputs", population.outputs);
    archive.field(name + ".distances", population.distances);
    archive.field(name + ".weights", population.weights);
}

template <class Archive, Is<AbcSmc> Any>
void fields(Archive& archive, Any& state) {
    fields(archive, "wanted", state.wanted);
    archive.field("scales", state.scales);
    archive.field("tolerance", state.tolerance);
    archive.field("next_proposal", state.next_proposal);
    fields(archive, "population", state.population);
    fields(archive, "growing", state.growing);
    std::size_t const count = archive.size("generations", state.generations);
    for (std::size_t i = 0; i < count; ++i) {
        std::string const name = "generation" + std::to_string(i);
        archive.field(name + ".tolerance", state.generations[i].tolerance);
        archive.field(name + ".proposals", state.generations[i].proposals);
        archive.field(name + ".effective_size", state.generations[i].effective_size);
    }
    archive.field("simulations", state.simulations);
    archive.field("end", state.end);
}

template <class Archive, Is<NelderMead> Any>
void fields(Archive& archive, Any& state) {
    archive.field("stage", state.stage);
    fields(archive, "corners", state.corners);
    archive.field("values", state.values);
    fields(archive, "wanted", state.wanted);
    archive.field("mirrored", state.mirrored);
    archive.field("mirrored_value", state.mirrored_value);
    archive.field("lower", state.lower);
    archive.field("upper", state.upper);
    archive.field("step", state.step);
    archive.field("best_before", state.best_before);
    archive.field("evaluations", state.evaluations);
}

template <class State>
SavedState save_fields(State const& state) {
    SavedState saved;
    Saver saver{saved};
    fields(saver, state);
    return saved;
}

template <class State>
State load_fields(SavedState const& saved) {
    State state;
    Loader loader{saved};
    fields(loader, state);
    return state;
}

}  // namespace

SavedState save(NelderMead const& state) {
    return save_fields(state);
}

SavedState save(HistoryMatching const& state) {
    return save_fields(state);
}

SavedState save(AbcSmc const& state) {
    return save_fields(state);
}

NelderMead load_nelder_mead(SavedState const& saved) {
    return load_fields<NelderMead>(saved);
}

HistoryMatching load_history_matching(SavedState const& saved) {
    return load_fields<HistoryMatching>(saved);
}

AbcSmc load_abc(SavedState const& saved) {
    return load_fields<AbcSmc>(saved);
}

}  // namespace sim::calibration
