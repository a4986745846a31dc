#pragma once

#include <memory>
#include <optional>

#include "eval/prepared_suite.hpp"

namespace promptctl {

// The judges that a suite's assertions may name, and the people who rate its replies; faults of their files are
// reported. All references must outlive `JudgeBook::close`.
std::shared_ptr<JudgeBook> make_judges(Registry& registry, const Suite& suite,
                                       const std::optional<PromptBundle>& prompt, const Project& project,
                                       const SuiteOptions& options, Diagnostics& diagnostics);

// Adds the models and the files of those that were named to the suite's, and reports what they can't be asked. A judge
// of the family of the model that it judges is a warning (`self-judging`).
void check_judges(PreparedSuite& prepared, Diagnostics& diagnostics);

// Appends what is not there.
void add_once(std::vector<Target>& targets, const Target& target);

}  // namespace promptctl
