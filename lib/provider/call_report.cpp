#include "provider/call_report.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

using Kind = ProviderError::Kind;

struct Meaning {
  long long code;
  Kind kind;
};

// platform.minimax.io/docs/api-reference/errorcode. There are more.
constexpr std::array<Meaning, 17> meanings{{{1000, Kind::server},
                                            {1001, Kind::server},
                                            {1013, Kind::server},
                                            {1024, Kind::server},
                                            {1033, Kind::server},
                                            {1002, Kind::rate_limited},
                                            {1039, Kind::rate_limited},
                                            {1041, Kind::rate_limited},
                                            {2045, Kind::rate_limited},
                                            {1004, Kind::authentication},
                                            {2049, Kind::authentication},
                                            {1008, Kind::invalid_request},
                                            {1026, Kind::invalid_request},
                                            {1027, Kind::invalid_request},
                                            {1042, Kind::invalid_request},
                                            {2013, Kind::invalid_request},
                                            {2056, Kind::invalid_request}}};

constexpr std::size_t longest_code = 20;

}  // namespace

std::optional<ReportedFailure> reported_failure(const Value& body) {
  const Value* report = body.find(call_report);
  const Value* code = report == nullptr ? nullptr : report->find("status_code");
  if (code == nullptr || code->is_null()) {
    return std::nullopt;
  }
  const auto number = parse_integer(trim(code->text));
  if (number == 0) {
    return std::nullopt;
  }
  const auto* meaning =
      std::find_if(meanings.begin(), meanings.end(), [&number](const Meaning& one) { return number == one.code; });
  return ReportedFailure{shorten(trim(code->text), longest_code),
                         meaning == meanings.end() ? Kind::bad_response : meaning->kind};
}

}  // namespace promptctl
