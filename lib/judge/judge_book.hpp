#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "judge/prompt_judge.hpp"

namespace promptctl {

// What a suite's judges are made from.
struct JudgeTerms {
  std::map<std::string, JudgeSettings> declared;  // by the suite, by name
  std::optional<Target> usual;                    // the project's judge
  std::optional<Target> embedder;                 // the project's
  std::map<std::string, ProviderSettings> providers;
  DataClass data_class = DataClass::internal;
  std::shared_ptr<const Raters> raters;      // null: nobody reviews the suite's replies
  bool has_review = false;                   // there is a review.yaml, be it faulty
  std::optional<PromptBundle> suite_prompt;  // what the suite judges: it may be a judge itself

  // The prompt of this id in the registry; none where there is none, or after a fault.
  std::function<std::optional<PromptBundle>(const std::string& id, Diagnostics&)> read_prompt;
  std::function<bool(const std::string& id)> has_prompt;

  // Whether a target may be asked with data of this class; if not, why is reported at the place of its name.
  std::function<bool(const Target&, DataClass, const Location&, Diagnostics&)> check_target;
};

// The judges of one suite, each made when an assertion first names it.
class JudgeBook : public Judges {
 public:
  explicit JudgeBook(JudgeTerms terms);

  std::shared_ptr<const Judge> find(const std::string& name, const Location& where,
                                    Diagnostics& diagnostics) const override;
  std::shared_ptr<const Judge> own(const Location& where, Diagnostics& diagnostics) const override;
  std::shared_ptr<const Raters> raters(const Location& where, Diagnostics& diagnostics) const override;
  std::optional<Request> embedding(const std::string& model, const Location& where,
                                   Diagnostics& diagnostics) const override;

  // Lets go of the registry: from now on only those are found that were.
  void close();

  // Those that were found, by name.
  std::vector<std::shared_ptr<const PromptJudge>> used() const;

  // The models that make embeddings, of those that were asked for.
  std::vector<Target> embedders() const;

  // Reports declared judges that no assertion names (`unused-judge`, a warning).
  void warn_of_unused(Diagnostics& diagnostics) const;

 private:
  struct Entry {
    std::shared_ptr<const PromptJudge> judge;  // null: it has faults
    Diagnostics faults;
  };

  Entry make(const std::string& name, const Location& where) const;

  mutable std::mutex mutex_;
  mutable JudgeTerms terms_;
  mutable std::map<std::string, Entry> known_;
  mutable std::map<std::string, Target> embedders_;
};

}  // namespace promptctl
