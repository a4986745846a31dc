#include "score/self_judging.hpp"

#include <array>
#include <string_view>

#include "score/assertion.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 4> replies{"zq 4711 kwv.", R"({"zq": [4711, true]})", "4711", "Xb wörd\nf-g"};

void collect(const std::vector<Value>& written, std::vector<TemplatedValue>& found) {
  Diagnostics reported_elsewhere;
  for (const Value& one : written) {
    const Value* nested = one.find("assert");
    if (nested != nullptr) {
      collect(nested->items, found);
    } else if (auto value = TemplatedValue::parse(one, reported_elsewhere); value && value->names("output")) {
      found.push_back(*std::move(value));
    }
  }
}

// None where the assertion can't be read with this reply.
std::optional<bool> passes(const TemplatedValue& assertion, const Case& golden, std::string_view reply) {
  Diagnostics reported_elsewhere;
  const auto filled = assertion.fill(assertion_variables(golden, reply), reported_elsewhere);
  const auto ready = filled ? read_assertion(*filled, true, no_judges(), reported_elsewhere) : std::nullopt;
  return ready ? std::optional(judge(*ready, {reply}, {}).result.outcome == AssertionResult::Outcome::passed)
               : std::nullopt;
}

bool passes_always(const TemplatedValue& assertion, const Case& golden) {
  bool is_tried = false;
  for (const std::string_view reply : replies) {
    const auto passed = passes(assertion, golden, reply);
    if (passed == false) {
      return false;
    }
    is_tried = is_tried || passed.has_value();
  }
  return is_tried;
}

}  // namespace

std::vector<TemplatedValue> self_judging(const std::vector<Value>& written) {
  std::vector<TemplatedValue> found;
  collect(written, found);
  return found;
}

void check_self_judging(const std::vector<TemplatedValue>& assertions, const Case& golden, Diagnostics& diagnostics) {
  for (const TemplatedValue& assertion : assertions) {
    if (passes_always(assertion, golden)) {
      Diagnostics found;
      found.error("says-nothing", assertion.written().where,
                  "this passes on every reply: it holds the reply against itself, by `output`",
                  "write what the reply should be, or name `expected`");
      diagnostics.add_once(found.all().front());
    }
  }
}

}  // namespace promptctl
