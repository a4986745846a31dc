#include "mock/mock_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/random.hpp"
#include "base/regex.hpp"
#include "document/json.hpp"
#include "mock/mock_api.hpp"
#include "mock/mock_pieces.hpp"
#include "provider/provider_type.hpp"
#include "template/template.hpp"

namespace promptctl {
namespace {

using std::chrono::microseconds;

constexpr int too_many_requests = 429;

struct PreparedRule {
  MockRule rule;
  Template reply;
  std::optional<Regex> regex;
  std::vector<long long> fault_counts;
};

// Standard normal by Box and Muller; our own, so that a seed gives the same numbers everywhere.
double normal(Random& random) {
  constexpr double two_pi = 6.283185307179586;
  const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
  return radius * std::cos(two_pi * random.uniform());
}

microseconds draw(const DelayDistribution& delay, Random& random) {
  constexpr double normal_95 = 1.6448536269514722;  // its 95th percentile
  const double low = static_cast<double>(delay.low.count());
  const double high = static_cast<double>(delay.high.count());
  const double milliseconds = delay.kind == DelayDistribution::Kind::uniform
                                  ? low + (high - low) * random.uniform()
                                  : low * std::exp(std::log(high / low) / normal_95 * normal(random));
  return microseconds(std::llround(milliseconds * 1000));
}

bool strikes(const MockFault& fault, long long count) {
  return count % fault.every == 0 && (fault.first == 0 || count <= fault.first);
}

// The API's own word for a finish reason. What is none is sent as it is.
std::string word_of(const MockApi& api, const std::string& reason) {
  const ProviderType* type = find_provider_type(api.name);
  const auto found = std::ranges::find(type->finish_words, reason, &FinishWord::meaning);
  return found == type->finish_words.end() ? reason : std::string(found->word);
}

}  // namespace

struct MockAnswers::State {
  MockScript script;
  std::vector<PreparedRule> rules;
  std::vector<long long> fault_counts;
  std::unordered_map<std::string, long long> asked_before;
  std::optional<double> tokens;  // of the limit; none: nobody asked yet
  microseconds filled{0};

  // How long to wait for the next token; none where there was one, which is taken.
  std::optional<std::chrono::milliseconds> take_token(microseconds now) {
    if (!script.limit) {
      return std::nullopt;
    }
    constexpr double minute = 60e6;
    const double each = minute / static_cast<double>(script.limit->per_minute);
    const auto most = static_cast<double>(script.limit->burst);
    tokens = tokens ? std::min(most, *tokens + static_cast<double>((now - filled).count()) / each) : most;
    filled = now;
    if (*tokens >= 1) {
      *tokens -= 1;
      return std::nullopt;
    }
    return std::chrono::milliseconds(std::llround(std::ceil((1 - *tokens) * each / 1000)));
  }

  PreparedRule* find_rule(const MockAsked& asked, Match& match) {
    for (PreparedRule& rule : rules) {
      const bool fits = (rule.rule.model.empty() || rule.rule.model == asked.model) &&
                        asked.text.find(rule.rule.text) != std::string::npos;
      match = fits && rule.regex ? rule.regex->search(asked.text) : Match();
      if (fits && (!rule.regex || match.matched())) {
        return &rule;
      }
    }
    return nullptr;
  }

  // Every fault counts every request it may apply to; the first that strikes decides.
  static const MockFault* strike(const std::vector<MockFault>& faults, std::vector<long long>& counts) {
    const MockFault* found = nullptr;
    for (std::size_t at = 0; at < faults.size(); ++at) {
      if (strikes(faults[at], ++counts[at]) && found == nullptr) {
        found = &faults[at];
      }
    }
    return found;
  }

  void set_delays(MockAnswer& answer, const MockRule& rule, const MockAsked& asked) {
    const long long times = ++asked_before[asked.text];
    std::uint64_t mixed = script.seed + static_cast<std::uint64_t>(times) * 0x9E3779B97F4A7C15ULL;
    for (const char byte : asked.text) {
      mixed = (mixed ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;  // FNV-1a
    }
    Random random(mixed);
    const DelayDistribution& between = rule.token_delay.value_or(script.token_delay);
    for (MockAnswer::Piece& piece : answer.pieces) {
      piece.delay = draw(between, random);
    }
    answer.pieces.front().delay = draw(rule.latency.value_or(script.latency), random);
  }
};

MockAnswers::MockAnswers(std::unique_ptr<State> state) : state_(std::move(state)) {}
MockAnswers::MockAnswers(MockAnswers&& other) noexcept = default;
MockAnswers& MockAnswers::operator=(MockAnswers&& other) noexcept = default;
MockAnswers::~MockAnswers() = default;

std::optional<MockAnswers> MockAnswers::make(MockScript script, Diagnostics& diagnostics) {
  auto state = std::make_unique<State>();
  bool usable = true;
  for (const MockRule& rule : script.rules) {
    Diagnostics inner;  // The reply's text has no place of its own: its rule has.
    auto reply = Template::parse(rule.reply, 0, inner);
    for (const Diagnostic& fault : inner.all()) {
      diagnostics.add({fault.severity, fault.code, rule.where, "in `reply`: " + fault.message, fault.hint});
    }
    std::optional<Regex> regex;
    if (!rule.regex.empty()) {
      auto compiled = Regex::compile(rule.regex, {false, false, true});
      if (const auto* error = std::get_if<RegexError>(&compiled)) {
        diagnostics.error("bad-regex", rule.where, error->message);
        usable = false;
        continue;
      }
      regex = std::get<Regex>(compiled);
    }
    usable = usable && reply;
    if (reply) {
      state->rules.push_back({rule, std::move(*reply), std::move(regex), std::vector<long long>(rule.faults.size())});
    }
  }
  state->fault_counts.resize(script.faults.size());
  state->script = std::move(script);
  return usable ? std::optional(MockAnswers(std::move(state))) : std::nullopt;
}

MockAnswer MockAnswers::answer(std::string_view path, std::string_view body, microseconds now) {
  const MockApi* api = find_mock_api(path);
  const auto json = api == nullptr ? std::nullopt : parse_json(body);
  const auto asked = json ? api->read(path, *json) : std::nullopt;
  if (!asked) {
    return error_answer(400, fmt::format("the body is no request to {}", api == nullptr ? path : api->name));
  }
  if (const auto wait = state_->take_token(now)) {
    MockAnswer refusal = with_fault({}, {MockFault::Kind::status, too_many_requests, wait});
    refusal.headers.emplace_back("retry-after-ms", std::to_string(wait->count()));
    return refusal;
  }
  Match match;
  PreparedRule* rule = state_->find_rule(*asked, match);
  if (rule == nullptr) {
    return error_answer(404, "no rule of the script fits this request");
  }
  Value groups = list_value({});
  for (const auto& group : match.groups) {
    groups.items.push_back(text_value(group.value_or(std::string_view())));
  }
  Value variables = map_value();
  variables.set("model", text_value(asked->model))
      .set("text", text_value(asked->text))
      .set("last", text_value(asked->last))
      .set("match", std::move(groups));
  Diagnostics faults;
  const auto text = expand_text(rule->reply, Expansion{variables}, faults);
  if (!text) {
    return error_answer(500, "the reply's template failed: " + faults.all().front().message);
  }
  const Usage usage = rule->rule.usage.value_or(Usage{about_tokens(asked->text), about_tokens(*text), 0});
  MockAnswer answer = api->answer(*asked, {*text, rule->rule.thoughts, word_of(*api, rule->rule.finish_reason), usage});
  const MockFault* of_script = State::strike(state_->script.faults, state_->fault_counts);
  const MockFault* of_rule = State::strike(rule->rule.faults, rule->fault_counts);
  if (const MockFault* fault = of_script == nullptr ? of_rule : of_script) {
    answer = with_fault(std::move(answer), *fault);
  }
  state_->set_delays(answer, rule->rule, *asked);
  answer.rule = rule - state_->rules.data();
  return answer;
}

MockScript echo_script() {
  MockScript script;
  MockRule echo;
  echo.reply = std::make_shared<const Source>("reply", "{{last}}");
  script.rules.push_back(std::move(echo));
  return script;
}

}  // namespace promptctl
