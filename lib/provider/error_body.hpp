#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// Whether a body with this HTTP status may be an answer. 202 promises one for later, and 206 is a part of one.
bool is_answer(int status);

// Whether a provider may charge for an attempt that ended with this HTTP status and no answer: not where it refused to
// work on it (3xx, 4xx, 503, 529), but where work was begun, perhaps behind a gateway (408 and other 5xx).
bool may_be_charged(int status);

// The kind of error that an HTTP status other than an answer's stands for.
ProviderError::Kind error_kind(int status);

// What a provider says of an error in the body of a response with this status, in one line. The status decides its
// kind, unless the body says that the account is used up: no wait mends that.
ProviderError http_error(int status, std::string_view body);

// What a provider says of its content filter in the body of an error that stands for an answer: Azure's way to refuse.
// None where the error is of another kind.
std::optional<std::string> filter_message(const Value& body);

// Whether a map says that it is an error: by a field `error…`, by what it calls itself (`status: failed`), or by a
// `success` or `ok` that is false.
bool calls_itself_error(const Value& map);

// The error that a message says it is, although the HTTP status promised an answer, whatever is beside it: it calls
// itself one, has a `detail`, or has an error's status, code or type. None where it says nothing of the kind.
std::optional<ProviderError> find_error(const Value& message);

// An error where part of an answer should be: a choice with `error`, the data of an event with that name. Its own code
// decides the kind, and without one it is a `bad_response`.
ProviderError error_in_answer(const Value& body);

// Whether the value of a field like `error` says that there was one: null, false, 0, "" and [] do not, nor does a
// word like "success", or a map with the code 0 and no message but such a word.
bool says_error(const Value* field);

}  // namespace promptctl
