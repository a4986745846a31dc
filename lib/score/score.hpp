#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// Why what a model answered is no verdict. None of these is a fail or a pass of the reply.
enum class Doubt {
  unclear,    // the judge says that it can't tell, or its votes have no majority
  malformed,  // its answer is not of the form that it was asked for
  provider,   // it gave no answer
  not_asked   // nobody has asked it yet
};

std::string_view doubt_name(Doubt doubt);
std::optional<Doubt> find_doubt(std::string_view name);

// What one assertion said of one reply.
struct AssertionResult {
  enum class Outcome { passed, failed, error };  // error: it could not tell (a regex hit its match limit)

  std::string type;    // as written, "not-" included
  std::string metric;  // may be empty
  Outcome outcome = Outcome::failed;
  bool required = true;
  double score = 0;  // 0 to 1
  double weight = 1;
  std::string reason;  // why it failed or could not tell; empty when passed

  // Of an assertion that asks a model; empty of others.
  std::string judge = {};           // by whom: the judge's name
  std::string said = {};            // the reason that the judge gave, whatever the outcome
  std::optional<Doubt> doubt = {};  // why there is no verdict
  std::string label = {};  // of a judge's own reply: what people say; then `said` is its word, empty without one
};

// What all assertions of a case said of one reply.
struct Score {
  std::optional<bool> passed;  // none: no verdict, some assertion could not tell
  double value = 0;            // weighted mean of the assertions' scores, 0 to 1
  std::vector<AssertionResult> assertions;
  std::string reason;  // why it failed although each required assertion passed: a threshold; else empty
};

// All that speaks against the reply, a text each: "type (metric): reason" of every assertion that did not pass, then
// the case's own reason.
std::vector<std::string> failings(const Score& score);

}  // namespace promptctl
