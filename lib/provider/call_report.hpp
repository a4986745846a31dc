#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// The field of a body in which MiniMax reports how the call went, whatever the HTTP status: a map with `status_code`,
// 0 where it went well, and `status_msg`.
constexpr std::string_view call_report = "base_resp";

struct ReportedFailure {
  std::string code;
  ProviderError::Kind kind;
};

// None where the body reports no failure.
std::optional<ReportedFailure> reported_failure(const Value& body);

}  // namespace promptctl
