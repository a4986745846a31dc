#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/units.hpp"
#include "document/field_reader.hpp"
#include "score/need.hpp"
#include "score/score.hpp"

namespace promptctl {

struct Case;
class Judges;

// What is judged: a reply, and what is known of the call that made it.
struct Subject {
  std::string_view text;
  std::string_view finish_reason = {};                    // empty when unknown
  std::string_view refusal = {};                          // the provider's own refusal text; empty when there is none
  std::optional<std::chrono::microseconds> latency = {};  // none: nothing was called
  std::optional<Usd> cost = {};                           // none: price or usage unknown
  const Case* golden = nullptr;                           // what it is a reply to; null: not known
};

// What one check says of one subject.
struct Finding {
  AssertionResult::Outcome outcome = AssertionResult::Outcome::failed;
  double score = 0;    // 0 to 1
  std::string reason;  // one sentence; empty when passed

  // It passed because an empty reply is what it asks for. Any other pass says nothing of a reply that has no content.
  bool asks_for_blank = false;

  // It failed because the reply has nothing to compare. Then the negated assertion fails as well.
  bool nothing_to_compare = false;

  // Of a finding that a model made.
  std::optional<Doubt> doubt = {};  // why the model's answer is no verdict; set only where `outcome` is error
  std::string judge = {};           // its name
  std::string said = {};            // the reason that it gave, whatever the outcome
  std::string label = {};  // of a judge's own reply: what people say; then `said` is its word, empty without one
};

// What one check says of one subject: a finding, or what it must know first.
using Step = std::variant<Finding, std::vector<Need>>;

// Judges a subject. Pure: the same subject and answers always get the same step. It never calls a model: it says what
// it needs, and is asked again when that is answered, as often as it takes. Owns all it needs.
using Check = std::function<Step(const Subject&, const Answers&)>;

// A check that needs no answer.
template <typename Judging>
Check at_once(Judging judging) {
  return [judging = std::move(judging)](const Subject& subject, const Answers&) -> Step { return judging(subject); };
}

// What the texts of an assertion are read as, which says how a template puts a case's text into them: so that it means
// there what it says, and nothing else.
enum class Notation {
  text,
  pattern,  // a regular expression
  list,     // texts between commas
  schema    // a JSON Schema: a text at `pattern` in it is one
};

// A kind of assertion that a suite or a case may use. To add one, write a file in types/.
struct AssertionType {
  std::string_view name;
  std::string_view summary;

  // Reads the keys that are this type's own; `type`, `weight`, `required` and `metric` are read before. Reports faults
  // to `settings.diagnostics()`, and gives an empty check after one.
  Check (*make)(FieldReader& settings, const Judges& judges);

  // Of `value`. `pattern` is a pattern in every type.
  Notation value_notation = Notation::text;
};

// All there are, by file name.
std::span<const AssertionType* const> assertion_types();

// Null when there is no such type. `name` has no "not-" before it.
const AssertionType* find_assertion_type(std::string_view name);

}  // namespace promptctl
