// The client on bytes that no well-behaved server sends.

#include "world/http/http_model_client.hpp"

#include <chrono>

#include "provider/provider_type.hpp"
#include "provider/variables.hpp"
#include "tests/support/canned_server.hpp"
#include "tests/support/catch.hpp"
#include "world/system/system_clock.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT
using std::chrono::milliseconds;

namespace {

const std::string answer = R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],)"
                           R"("usage":{"prompt_tokens":10,"completion_tokens":5}})";
const std::string failed = R"({"error":{"message":"no"},"usage":{"prompt_tokens":10,"completion_tokens":5}})";

ProviderSettings settings_of(const std::string& base_url) {
  ProviderSettings settings = plain_provider("p", *find_provider_type("openai"));
  settings.base_url = base_url;
  settings.retries = 2;
  settings.timeouts = {milliseconds(2000), milliseconds(2000), milliseconds(300), milliseconds(10'000)};
  return settings;
}

constexpr std::uint64_t short_waits = 320;  // The first two waits it draws are six milliseconds and one.
constexpr std::uint64_t long_waits = 1;     // The first is a quarter of a second.

struct Answered {
  CallOutcome outcome;
  std::vector<LostAttempts> asked;  // of `may_repeat`
};

Answered ask(const ProviderSettings& settings, const Variables& variables = {}, bool may_repeat = true,
             std::uint64_t seed = short_waits) {
  Project project;
  project.providers.emplace("p", settings);
  const SystemClock clock;
  HttpModelClient client(project, variables, clock, seed);
  Request request;
  request.target = {"p", "m"};
  Answered answered;
  bool done = false;
  CallHandlers handlers;
  handlers.done = [&](CallOutcome outcome) {
    answered.outcome = std::move(outcome);
    done = true;
  };
  handlers.may_repeat = [&](const LostAttempts& lost) {
    answered.asked.push_back(lost);
    return may_repeat;
  };
  client.submit(request, std::move(handlers));
  while (!done) {
    client.poll(milliseconds(20));
  }
  return answered;
}

std::string text_of(const Answered& answered) {
  const auto* error = std::get_if<ProviderError>(&answered.outcome);
  return error != nullptr ? std::string(error_kind_name(error->kind)) + ": " + error->message
                          : std::get<Response>(answered.outcome).text;
}

const LostAttempts& lost_of(const Answered& answered) {
  const auto* error = std::get_if<ProviderError>(&answered.outcome);
  return error != nullptr ? error->lost : std::get<Response>(answered.outcome).lost;
}

}  // namespace

TEST_CASE("what failed attempts may be charged for is known of the answer and of the last error") {
  const CannedServer mended({http_reply("200 OK", failed), http_reply("500 Oops", ""), http_reply("200 OK", answer)});
  const Answered good = ask(settings_of(mended.address("/v1")));
  CHECK(text_of(good) == "Hi");
  CHECK(std::get<Response>(good.outcome).attempts == 3);
  CHECK(lost_of(good).counted == std::vector<Usage>{{10, 5}});
  CHECK(lost_of(good).uncounted == 1);
  const CannedServer broken({http_reply("200 OK", failed)});
  const Answered bad = ask(settings_of(broken.address("/v1")));
  CHECK(text_of(bad) == "bad-response: an error in place of an answer: no");
  CHECK(lost_of(bad).counted.size() == 3);
  CHECK(bad.asked.size() == 2);
}

TEST_CASE("what was refused is not charged for, and asks nobody before the next attempt") {
  const CannedServer server({http_reply("429 Slow", ""), http_reply("503 Busy", ""), http_reply("200 OK", answer)});
  const Answered good = ask(settings_of(server.address("/v1")));
  CHECK(text_of(good) == "Hi");
  CHECK(lost_of(good).is_none());
  CHECK(good.asked.empty());
}

TEST_CASE("no attempt follows that the caller does not let through") {
  const CannedServer server({http_reply("200 OK", failed), http_reply("200 OK", answer)});
  const Answered stopped = ask(settings_of(server.address("/v1")), {}, false);
  CHECK(text_of(stopped) == "bad-response: an error in place of an answer: no");
  CHECK(server.requests().size() == 1);
}

TEST_CASE("an answer that is cut may be charged for, and a connection that was never made may not") {
  const CannedServer silent({"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"choices\""});
  ProviderSettings settings = settings_of(silent.address("/v1"));
  settings.retries = 0;
  CHECK(lost_of(ask(settings)).uncounted == 1);
  settings.base_url = "http://127.0.0.1:1/v1";
  const Answered refused = ask(settings);
  CHECK(std::get<ProviderError>(refused.outcome).kind == ProviderError::Kind::connect);
  CHECK(lost_of(refused).is_none());
}

TEST_CASE("a Retry-After of 0 is no reason to ask at once") {
  const CannedServer server({http_reply("429 Slow", "", "Retry-After: 0\r\n")});
  ProviderSettings settings = settings_of(server.address("/v1"));
  settings.retries = 1;
  const auto started = std::chrono::steady_clock::now();
  ask(settings, {}, true, long_waits);
  CHECK(std::chrono::steady_clock::now() - started > milliseconds(200));
  CHECK(server.requests().size() == 2);
}

TEST_CASE("an answer whose end mark has come is whole, however the connection ends") {
  const std::string body =
      "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
  const CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + body});
  CHECK(text_of(ask(settings_of(server.address("/v1")))) == "Hi");
  CHECK(server.requests().size() == 1);
}

TEST_CASE("an HTTP error whose body is cut is what its status says") {
  const CannedServer server({"HTTP/1.1 401 No\r\nContent-Length: 9999\r\n\r\nbad key"});
  CHECK(text_of(ask(settings_of(server.address("/v1")))) == "authentication: HTTP 401: bad key");
  CHECK(server.requests().size() == 1);
}

TEST_CASE("a key goes out trimmed, once, and comes back in no outcome") {
  const std::string echo = R"({"error":{"message":"bad key sk-proj-4711, at /tenant-42/v1"}})";
  const CannedServer server({http_reply("401 No", echo)});
  ProviderSettings settings = settings_of(server.address("${PATH_PART}?key=${QUERY}"));
  settings.api_key = "${KEY}";
  const Answered refused =
      ask(settings, {{"KEY", " sk-proj-4711\r\n"}, {"PATH_PART", "/tenant-42/v1"}, {"QUERY", "q-123456"}});
  CHECK(text_of(refused) == "authentication: HTTP 401: bad key [redacted], at [redacted]");
  const std::string request = server.requests().at(0);
  CHECK(request.starts_with("POST /tenant-42/v1/chat/completions?key=q-123456 HTTP/1.1\r\n"));
  CHECK(request.find("\r\nAuthorization: Bearer sk-proj-4711\r\n") != std::string::npos);
}

TEST_CASE("a key that would break a header's line is not sent") {
  const CannedServer server({http_reply("200 OK", answer)});
  ProviderSettings settings = settings_of(server.address("/v1"));
  settings.api_key = "${KEY}";
  const Answered refused = ask(settings, {{"KEY", "sk-1\r\nX-Injected: yes"}});
  CHECK(text_of(refused) ==
        "authentication: the environment variable KEY holds a line break or another control character");
  CHECK(std::get<ProviderError>(refused.outcome).attempts == 0);
  CHECK(server.requests().empty());
}

TEST_CASE("a proxy that refuses is no lost connection: it is not asked again") {
  const CannedServer proxy({http_reply("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic\r\n")});
  ProviderSettings settings = settings_of("https://provider.invalid/v1");
  settings.proxy = proxy.address("");
  CHECK(text_of(ask(settings)) == "authentication: the proxy answered HTTP 407");
  CHECK(proxy.requests().size() == 1);
  settings.base_url = "http://provider.invalid/v1";
  CHECK(text_of(ask(settings)) == "authentication: the proxy answered HTTP 407");
  CHECK(proxy.requests().size() == 2);
}
