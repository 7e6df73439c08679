#include "models/ensemble/scenario_cache.hpp"

#include <algorithm>
#include <exception>

namespace models {

std::shared_ptr<Scenario const> ScenarioCache::get(std::uint64_t key, Load const& load) {
    std::promise<std::shared_ptr<Scenario const>> promise;
    Shared shared;
    bool is_first = false;
    {
        std::lock_guard const guard{mutex_};
        auto const found =
            std::ranges::find(kept_, key, [](auto const& kept) { return kept.first; });
        if (found != kept_.end()) {
            shared = found->second;
            kept_.splice(kept_.begin(), kept_, found);
        } else {
            is_first = true;
            shared = promise.get_future().share();
            kept_.emplace_front(key, shared);
            if (kept_.size() > most_) kept_.pop_back();
        }
    }
    if (is_first) {
        try {
            promise.set_value(std::make_shared<Scenario const>(load()));
        } catch (...) {
            promise.set_exception(std::current_exception());
        }
    }
    return shared.get();
}

}  // namespace models
