#include "world/http/token_attempt.hpp"

#include <utility>

#include "base/text.hpp"
#include "document/server_json.hpp"
#include "provider/error_body.hpp"
#include "provider/redact.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

constexpr std::size_t longest_answer = 64U << 10U;

// What an answer says of a token; an error where it holds none.
TokenAnswer read_token(int status, const std::string& body) {
  constexpr long long hour = 3600;
  const Value answer = parse_server_json(body).value_or(Value());
  const Value* lifetime = answer.find("expires_in");
  TokenAnswer read;
  read.token = text_field(answer, "access_token");
  read.lifetime = std::chrono::seconds(lifetime == nullptr ? hour : parse_integer(lifetime->text).value_or(hour));
  if (!is_answer(status)) {
    read.error = http_error(status, body);
  } else if (read.token.empty() || has_control_character(read.token)) {
    read.error.emplace().kind = ProviderError::Kind::bad_response;
    read.error->message = "the answer holds none";
  }
  return read;
}

}  // namespace

TokenAttempt::TokenAttempt(TokenRequest request, std::function<void(TokenAnswer)> came)
    : request_(std::move(request)), came_(std::move(came)) {}

void TokenAttempt::head(const HttpHead& head) {
  status_ = head.status;
}

bool TokenAttempt::body(std::string_view bytes) {
  body_ += bytes;
  return body_.size() < longest_answer;
}

void TokenAttempt::finished(const ProviderError* failed) {
  TokenAnswer answer;
  if (failed == nullptr) {
    answer = read_token(status_, body_);
  } else {
    answer.error = *failed;
  }
  if (answer.error) {
    CallOutcome outcome = *answer.error;
    redact(outcome, request_.secrets);
    answer.error = std::get<ProviderError>(std::move(outcome));
  }
  came_(std::move(answer));
}

}  // namespace promptctl
