#include "provider/error_marks.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "provider/call_report.hpp"
#include "provider/error_body.hpp"

namespace promptctl {
namespace {

using Kind = ProviderError::Kind;

// The error itself and what holds it: either may name its code.
std::vector<const Value*> maps_of(const Value& body) {
  const Value* inside = unwrapped(body).find("response");  // OpenAI's `response.failed`
  const Value& whole = inside != nullptr && inside->find("error") != nullptr ? *inside : unwrapped(body);
  std::vector<const Value*> maps{&whole};
  for (const std::string_view inner : {"error", "errors"}) {
    if (const Value* field = whole.find(inner)) {
      maps.insert(maps.begin(), &unwrapped(*field));
    }
  }
  if (const Value* details = maps.front()->find("details")) {
    maps.push_back(&unwrapped(*details));
    for (const Value& detail : details->items) {
      maps.push_back(&detail);
    }
  }
  return maps;
}

// What an error names as its code, status or type, the nearest first.
std::vector<const Value*> marks_of(const Value& body) {
  std::vector<const Value*> marks;
  for (const Value* map : maps_of(body)) {
    for (const std::string_view name : mark_names) {
      if (const Value* mark = map->find(name)) {
        marks.push_back(mark);
      }
    }
  }
  return marks;
}

struct Meaning {
  std::string_view part;  // of an error's code or type
  Kind kind;
};

// No wait refills an account.
constexpr std::array<std::string_view, 9> used_up{
    "servicequotaexceeded", "insufficient_quota", "current_quota", "insufficient_balance",
    "insufficient_credit",  "credit_balance",     "billing",       "spend_limit",
    "payment_required"};

constexpr std::array<Meaning, 21> meanings{{{"rate_limit", Kind::rate_limited},
                                            {"too_many_requests", Kind::rate_limited},
                                            {"slow_down", Kind::rate_limited},
                                            {"throttling", Kind::rate_limited},
                                            {"modelnotready", Kind::rate_limited},
                                            {"authentication", Kind::authentication},
                                            {"permission", Kind::authentication},
                                            {"invalid_api_key", Kind::authentication},
                                            {"accessdenied", Kind::authentication},
                                            {"invalid_request", Kind::invalid_request},
                                            {"not_found", Kind::invalid_request},
                                            {"context_length", Kind::invalid_request},
                                            {"validationexception", Kind::invalid_request},
                                            {"overloaded", Kind::server},
                                            {"server_error", Kind::server},
                                            {"api_error", Kind::server},
                                            {"internalserver", Kind::server},
                                            {"serviceunavailable", Kind::server},
                                            {"modeltimeout", Kind::server},
                                            {"modelerror", Kind::server},
                                            {"modelstreamerror", Kind::server}}};

// The words that an error names as its code or type, in lower case.
std::vector<std::string> words_of_error(const Value& body) {
  std::vector<std::string> words;
  for (const Value* mark : marks_of(body)) {
    words.push_back(mark->is_text() ? lower_ascii(mark->text) : std::string());
  }
  return words;
}

// Gemini's: today's requests are used up.
bool is_daily_quota(const Value& body) {
  for (const Value* map : maps_of(body)) {
    const Value* violations = map->find("violations");
    for (const Value& violation : violations == nullptr ? std::vector<Value>() : violations->items) {
      const Value* quota = violation.find("quotaId");
      if (quota != nullptr && quota->text.find("PerDay") != std::string::npos) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::optional<int> error_code_of(const Value& body) {
  for (const Value* mark : marks_of(body)) {
    const long long code = parse_integer(mark->text).value_or(0);
    if (code >= 400 && code < 600) {
      return static_cast<int>(code);
    }
  }
  return std::nullopt;
}

bool is_used_up(const Value& body) {
  if (is_daily_quota(body)) {
    return true;
  }
  const std::vector<std::string> words = words_of_error(body);
  return std::any_of(used_up.begin(), used_up.end(), [&words](std::string_view part) {
    return std::any_of(words.begin(), words.end(),
                       [part](const std::string& word) { return word.find(part) != std::string::npos; });
  });
}

Kind error_kind_of(const Value& body) {
  if (const auto failure = reported_failure(unwrapped(body))) {
    return failure->kind;
  }
  if (marks_of(body).empty()) {
    return Kind::bad_response;
  }
  if (is_used_up(body)) {
    return Kind::invalid_request;
  }
  if (const auto code = error_code_of(body)) {
    return error_kind(*code);
  }
  for (const std::string& word : words_of_error(body)) {
    const auto* meaning = std::find_if(meanings.begin(), meanings.end(), [&word](const Meaning& one) {
      return word.find(one.part) != std::string::npos;
    });
    if (meaning != meanings.end()) {
      return meaning->kind;
    }
  }
  return Kind::bad_response;
}

const Value& unwrapped(const Value& body) {
  return body.is_list() && !body.items.empty() ? unwrapped(body.items.front()) : body;
}

std::optional<std::chrono::milliseconds> retry_delay_in(const Value& body) {
  const Value* error = unwrapped(body).find("error");
  const Value* details = error == nullptr ? nullptr : error->find("details");
  for (const Value& detail : details == nullptr ? std::vector<Value>() : details->items) {
    const Value* delay = detail.find("retryDelay");
    const bool is_seconds = delay != nullptr && delay->is_text() && delay->text.ends_with('s');
    if (const auto seconds = is_seconds ? parse_number(delay->text.substr(0, delay->text.size() - 1)) : std::nullopt) {
      constexpr double longest = 1e9;
      return std::chrono::milliseconds(std::llround(std::clamp(*seconds, 0.0, longest) * 1000));
    }
  }
  return std::nullopt;
}

}  // namespace promptctl
