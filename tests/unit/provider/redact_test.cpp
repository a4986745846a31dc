#include "provider/redact.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string in_error(std::string message, const Secrets& secrets) {
  ProviderError error;
  error.message = std::move(message);
  CallOutcome outcome = error;
  redact(outcome, secrets);
  return std::get<ProviderError>(outcome).message;
}

std::string in_answer(std::string text, const Secrets& secrets) {
  Response response;
  response.text = std::move(text);
  CallOutcome outcome = response;
  redact(outcome, secrets);
  return std::get<Response>(outcome).text;
}

const Secrets key{{"sk-proj-4711/abc=="}, {}};

}  // namespace

TEST_CASE("a key that a server repeats is neither printed nor kept") {
  CHECK(in_error("bad key sk-proj-4711/abc== (sk-proj-4711/abc==)", key) == "bad key [redacted] ([redacted])");
  CHECK(in_answer("You sent sk-proj-4711/abc==.", key) == "You sent [redacted].");
  CHECK(in_answer("You sent none.", key) == "You sent none.");
}

TEST_CASE("a part of a key of eight characters is a leak, and one of seven is not") {
  CHECK(in_error("bad key oj-4711/…", key) == "bad key [redacted]…");
  CHECK(in_answer("It ends in 711/abc== and begins with sk-proj-47.", key) ==
        "It ends in [redacted] and begins with [redacted].");
  CHECK(in_error("bad key j-4711/…", key) == "bad key j-4711/…");
}

TEST_CASE("a key is found however it is written") {
  CHECK(in_error("?key=sk-proj-4711%2Fabc%3D%3D&x", key) == "?key=[redacted]&x");
  CHECK(in_error("?key=%73k-proj-4711%2fabc", key) == "?key=[redacted]");
  CHECK(in_error(R"({"key":"sk-proj-4711\/abc\u003d\u003D"})", key) == R"({"key":"[redacted]"})");
  CHECK(in_error("user p@ss-word-1", {{"p%40ss-word-1"}, {}}) == "user [redacted]");
}

TEST_CASE("a short value is looked for as a whole, and one too short is not") {
  const Secrets secrets{{"s3cret7", "abc"}, {}};
  CHECK(in_error("s3cret7 s3cret abc", secrets) == "[redacted] s3cret abc");
}

TEST_CASE("of an address a model may write a part, and an error may not") {
  const Secrets secrets{{}, {"/tenant-4711/v1"}};
  CHECK(in_answer("see /tenant-4711/v2", secrets) == "see /tenant-4711/v2");
  CHECK(in_answer("see /tenant-4711/v1/", secrets) == "see [redacted]/");
  CHECK(in_error("no route /tenant-4711/v2", secrets) == "no route [redacted]2");
}

TEST_CASE("what is left of a text is UTF-8") {
  const Secrets secrets{{"geheim-ü-12345"}, {}};
  CHECK(in_error("geheim-\xC3\xBA-12345", secrets) == "[redacted]\xEF\xBF\xBD-12345");
}

TEST_CASE("refusal and model are cleaned as the text is") {
  Response response;
  response.refusal = "not with sk-proj-4711/abc==";
  response.model = "sk-proj-4711/abc==";
  CallOutcome outcome = response;
  redact(outcome, key);
  CHECK(std::get<Response>(outcome).refusal == "not with [redacted]");
  CHECK(std::get<Response>(outcome).model == "[redacted]");
}
