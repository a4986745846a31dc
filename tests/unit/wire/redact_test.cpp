#include "wire/redact.hpp"

#include <catch2/catch.hpp>

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a key that a server repeats is neither printed nor kept") {
  Outcome error = ProviderError{ProviderError::Kind::authentication, "bad key sk-123456 (sk-123456)", 401, {}, 1};
  redact(error, {"sk-123456"});
  CHECK(std::get<ProviderError>(error).message == "bad key [redacted] ([redacted])");
  Response response;
  response.text = "You sent sk-123456.";
  Outcome answer = response;
  redact(answer, {"none", "sk-123456"});
  CHECK(std::get<Response>(answer).text == "You sent [redacted].");
}
