#pragma once

#include <memory>
#include <optional>

#include "eval/prepared_suite.hpp"

namespace promptctl {

// The judges that a suite's assertions may name. All references must outlive `JudgeBook::close`.
std::shared_ptr<JudgeBook> make_judges(Registry& registry, const Suite& suite, const std::optional<PromptBundle>& prompt,
                                       const Project& project, const SuiteOptions& options);

// Adds the models of those that were named to the suite's, and reports what they can't be asked. A judge of the family
// of the model that it judges is a warning (`self-judging`).
void check_judges(PreparedSuite& prepared, Diagnostics& diagnostics);

// Appends what is not there.
void add_once(std::vector<Target>& targets, const Target& target);

}  // namespace promptctl
