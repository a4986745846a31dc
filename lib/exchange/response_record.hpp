#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "exchange/request.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// SHA-256 of the canonical JSON of all that decides the reply: provider, model, messages, parameters, options, output
// schema and the repeat's number. How the reply is carried (address, streaming, time-outs) does not count.
std::string request_digest(const Request& request);

// A reply as one line of a cassette or one row of the cache, and back (docs/cassette.md). Times are in milliseconds
// with three decimals.
Value response_record(const std::string& digest, const Response& response);

struct RecordedResponse {
  std::string digest;
  Response response;
};

// None, and the faults reported, when the record is not one.
std::optional<RecordedResponse> read_response_record(const Value& record, Diagnostics& diagnostics);

// Token counts by the names of `usage_kinds`, each optional; any other key is a fault.
Usage read_usage(const Value& map, Diagnostics& diagnostics);

// An embedding as base64 of its 32-bit numbers, the lowest byte first; none for what is not.
std::optional<std::vector<float>> floats_of_base64(std::string_view text);

// Milliseconds as a JSON number with at most three decimals.
Value milliseconds_value(std::chrono::microseconds duration);

}  // namespace promptctl
