// The client where a call bears a token or a signature, where a program answers, and where calls are given up.

#include <chrono>

#include "document/json.hpp"
#include "provider/provider_entry.hpp"
#include "provider/provider_type.hpp"
#include "tests/support/canned_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/http/http_model_client.hpp"
#include "world/system/system_clock.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT
using std::chrono::milliseconds;

namespace {

const std::string answer = R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],)"
                           R"("usage":{"prompt_tokens":10,"completion_tokens":5}})";

ProviderSettings settings_of(const std::string& entry) {
  Diagnostics faults;
  const Value map = *parse_json(entry);
  ProviderSettings settings = read_provider({"p", {}, map}, {}, faults);
  INFO((faults.all().empty() ? std::string() : faults.all().front().message));
  REQUIRE(faults.errors() == 0);
  settings.timeouts.total = milliseconds(5000);
  return settings;
}

struct Given {
  Variables variables = {};
  int calls = 1;
};

std::string shown(const CallOutcome& outcome) {
  const auto* error = std::get_if<ProviderError>(&outcome);
  return error != nullptr ? std::string(error_kind_name(error->kind)) + ": " + error->message
                          : std::get<Response>(outcome).text;
}

std::vector<CallOutcome> ask(const ProviderSettings& settings, const Given& given) {
  Project project;
  project.providers.emplace("p", settings);
  const SystemClock clock;
  constexpr std::uint64_t short_waits = 320;
  HttpModelClient client(project, given.variables, clock, short_waits);
  std::vector<CallOutcome> outcomes;
  for (int call = 0; call < given.calls; ++call) {
    Request request;
    request.target = {"p", "m"};
    request.messages = {text_message(Role::user, "Hi there")};
    request.stream = false;
    CallHandlers handlers;
    handlers.done = [&outcomes](CallOutcome outcome) { outcomes.push_back(std::move(outcome)); };
    client.submit(request, std::move(handlers));
  }
  while (outcomes.size() < static_cast<std::size_t>(given.calls)) {
    client.poll(milliseconds(20));
  }
  return outcomes;
}

std::string asked(const ProviderSettings& settings, const Given& given = {}) {
  return shown(ask(settings, given).front());
}

const std::string gemini_answer = R"({"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]})";

// Google's own address, reached by a proxy that answers in its place.
ProviderSettings vertex_at(const CannedServer& server) {
  return settings_of(R"({"type":"vertex","base_url":"http://l-aiplatform.googleapis.com/v1","proxy":")" +
                     server.address("") + "\"}");
}

Variables metadata_at(const CannedServer& server) {
  return {{"GCE_METADATA_HOST", "127.0.0.1:" + std::to_string(server.port())}};
}

ProviderSettings program(const std::string& script, const std::string& more = "") {
  return settings_of(R"({"type":"exec","retries":0,"command":["/bin/sh","-c",)" + compact_json(text_value(script)) +
                     "]" + more + "}");
}

}  // namespace

TEST_CASE("a token is asked for once, borne by each request, and in no outcome") {
  const CannedServer tokens({http_reply("200 OK", R"({"access_token":"tok-12345678","expires_in":3600})")});
  const CannedServer models(
      {http_reply("200 OK", gemini_answer), http_reply("400 No", R"({"error":{"message":"bad tok-12345678"}})")});
  const auto outcomes = ask(vertex_at(models), {metadata_at(tokens), 2});
  CHECK(shown(outcomes[0]) == "Hi");
  CHECK(shown(outcomes[1]) == "invalid-request: HTTP 400: bad [redacted]");
  CHECK(tokens.requests().size() == 1);
  CHECK(tokens.requests().front().find("Metadata-Flavor: Google") != std::string::npos);
  CHECK(tokens.requests().front().starts_with("GET /computeMetadata/"));
  REQUIRE(models.requests().size() == 2);
  CHECK(models.requests().front().find("Authorization: Bearer tok-12345678") != std::string::npos);
}

TEST_CASE("a token that a server does not take is asked for anew, and one that fails in passing again") {
  const CannedServer tokens({http_reply("503 Busy", ""), http_reply("200 OK", R"({"access_token":"old"})"),
                             http_reply("200 OK", R"({"access_token":"new"})")});
  const CannedServer models({http_reply("401 No", "{}"), http_reply("200 OK", gemini_answer)});
  ProviderSettings settings = vertex_at(models);
  settings.concurrency = 1;
  const auto outcomes = ask(settings, {metadata_at(tokens), 2});
  CHECK(shown(outcomes[0]) == "authentication: HTTP 401: {}");
  CHECK(shown(outcomes[1]) == "Hi");
  CHECK(models.requests().back().find("Authorization: Bearer new") != std::string::npos);
}

TEST_CASE("without a token nothing is sent, and each call says why") {
  const CannedServer models({http_reply("200 OK", gemini_answer)});
  const CannedServer tokens(
      {http_reply("403 No", R"({"error":"unauthorized","error_description":"no such account"})")});
  const auto outcomes = ask(vertex_at(models), {metadata_at(tokens), 3});
  for (const CallOutcome& outcome : outcomes) {
    CHECK(shown(outcome).find("authentication: no access token came: HTTP 403: ") == 0);
    CHECK(std::get<ProviderError>(outcome).attempts == 0);
  }
  CHECK(models.requests().empty());
  CHECK(tokens.requests().size() == 1);
  ProviderSettings settings = vertex_at(models);
  settings.credentials = "{}";
  CHECK(asked(settings).find("authentication: the file of Google's credentials holds neither") == 0);
}

TEST_CASE("Google's token goes to Google's address alone, and no proxy is asked for it") {
  const CannedServer tokens(
      {http_reply("200 OK", R"({"access_token":"tok-12345678","expires_in":9223372036854775807})")});
  const CannedServer other({http_reply("200 OK", gemini_answer)});
  const ProviderSettings settings = settings_of(R"({"type":"vertex","base_url":")" + other.address("/v1") + "\"}");
  CHECK(asked(settings, {metadata_at(tokens)}) == "Hi");
  CHECK(tokens.requests().empty());
  CHECK(other.requests().front().find("Authorization") == std::string::npos);
  const CannedServer google({http_reply("200 OK", gemini_answer)});
  Variables variables = metadata_at(tokens);
  variables["http_proxy"] = "http://127.0.0.1:1";
  CHECK(asked(vertex_at(google), {variables}) == "Hi");
  CHECK(tokens.requests().size() == 1);
}

TEST_CASE("a request to Bedrock is signed when it is sent") {
  const CannedServer server(
      {http_reply("200 OK", R"({"output":{"message":{"content":[{"text":"Hi"}]}},"stopReason":"end_turn"})")});
  const ProviderSettings settings = settings_of(R"({"type":"bedrock","base_url":")" + server.address("") + "\"}");
  CHECK(asked(settings, {{{"AWS_REGION", "eu-west-1"},
                          {"aws:AWS_ACCESS_KEY_ID", "AKID"},
                          {"aws:AWS_SECRET_ACCESS_KEY", "secret"},
                          {"aws:AWS_SESSION_TOKEN", "session"}}}) == "Hi");
  const std::string request = server.requests().at(0);
  CHECK(request.starts_with("POST /model/m/converse HTTP/1.1"));
  CHECK(request.find("Authorization: AWS4-HMAC-SHA256 Credential=AKID/") != std::string::npos);
  CHECK(request.find("/eu-west-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date;"
                     "x-amz-security-token, Signature=") != std::string::npos);
  CHECK(request.find("X-Amz-Security-Token: session") != std::string::npos);
  CHECK(request.find("secret") == std::string::npos);
}

TEST_CASE("a program is given the question, and what it prints is the answer") {
  TemporaryFolder folder;
  ProviderSettings settings =
      program(R"sh(printf '{"text":"%s in %s, %s","usage":{"input_tokens":3,"output_tokens":2},"model":"mine"}' )sh"
              R"sh("$(grep -o 'Hi there')" "$(basename "$PWD")" "${SEEN-none} ${HIDDEN-none}")sh",
              R"(,"environment":["SEEN"])");
  settings.folder = folder.path().string();
  const auto outcome = ask(settings, {{{"SEEN", "s"}, {"HIDDEN", "h"}, {"PATH", "/usr/bin:/bin"}}}).front();
  REQUIRE(std::holds_alternative<Response>(outcome));
  const auto& response = std::get<Response>(outcome);
  CHECK(response.text == "Hi there in " + folder.path().filename().string() + ", s none");
  CHECK(response.usage.input == 3);
  CHECK(response.model == "mine");
  CHECK(response.finish_reason == "stop");
}

TEST_CASE("a program that fails, says too little, or does not end gives no answer") {
  CHECK(asked(program("echo first >&2; echo 'no model' >&2; exit 3")) ==
        "bad-response: the program ended with exit code 3: no model");
  CHECK(asked(program("kill -9 $$")) == "bad-response: the program ended with exit code 137");
  CHECK(asked(program("true")) == "bad-response: the answer is empty");
  CHECK(asked(program("echo hello")) ==
        "bad-response: the answer is not JSON (what is none of it goes to standard error): hello");
  CHECK(asked(program(R"(echo '{"error":"quota"}')")) == "bad-response: an error in place of an answer: quota");
  CHECK(asked(program(R"(echo '{"answer":"x"}')")).find("bad-response: the answer holds no message") == 0);
  CHECK(asked(settings_of(R"({"type":"exec","command":"no-such-program"})")) ==
        "invalid-request: there is no program `no-such-program` in PATH");
  CHECK(asked(settings_of(R"({"type":"exec","command":"/no/such"})")).find("invalid-request: cannot run /no/such") ==
        0);
  ProviderSettings endless = program("sleep 100 & sleep 100");
  endless.timeouts.total = milliseconds(100);
  CHECK(asked(endless) == "timeout: the program did not end in time");
  ProviderSettings left = program(R"(sleep 100 & echo '{"text":"Hi"}')");
  CHECK(asked(left) == "Hi");
}

TEST_CASE("what a program sees of the environment is in no outcome") {
  ProviderSettings settings =
      program(R"sh(echo "bad key $MY_KEY" >&2; [ -z "$FAILS" ] && echo "{\"text\":\"$MY_KEY\"}")sh",
              R"(,"environment":["MY_KEY","FAILS"])");
  Variables variables{{"MY_KEY", "sk-1234567890"}, {"PATH", "/usr/bin:/bin"}};
  CHECK(asked(settings, {variables}) == "[redacted]");
  variables["FAILS"] = "1";
  CHECK(asked(settings, {variables}) == "bad-response: the program ended with exit code 1: bad key [redacted]");
}

TEST_CASE("a program sees no connection of ours, and what it says without end is cut") {
  const ProviderSettings settings = program(R"sh(ls /proc/self/fd | wc -l | sed 's/\(.*\)/{"text":"\1"}/')sh");
  CHECK(asked(settings) == "4");  // 0, 1, 2, and the folder that is listed
  ProviderSettings endless =
      program("yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  CHECK(asked(endless) == "unusable: the reply is longer than 16 MiB");
}

TEST_CASE("many programs answer at once") {
  ProviderSettings settings = program(R"(cat >/dev/null; echo '{"text":"Hi"}')");
  settings.concurrency = 8;
  for (const CallOutcome& outcome : ask(settings, {{}, 30})) {
    CHECK(shown(outcome) == "Hi");
  }
}

TEST_CASE("when so many calls in a row ended in one error, the rest is not sent") {
  const CannedServer server({http_reply("404 No", R"({"error":{"message":"no such model"}})")});
  ProviderSettings settings =
      settings_of(R"({"type":"openai","give_up_after":3,"concurrency":1,"base_url":")" + server.address("/v1") + "\"}");
  const auto outcomes = ask(settings, {{}, 20});
  CHECK(server.requests().size() == 3);
  CHECK(shown(outcomes[2]) == "invalid-request: HTTP 404: no such model");
  CHECK(shown(outcomes[19]) ==
        "invalid-request: not asked, as 3 calls in a row ended in this: HTTP 404: no such model");
}

TEST_CASE("a retry that a limit holds back beyond the call's time is not sent") {
  const CannedServer server({http_reply("429 Slow", "", "Retry-After: 0\r\n"), http_reply("200 OK", answer)});
  ProviderSettings settings = settings_of(R"({"type":"openai","limits":{"requests_per_minute":60},"base_url":")" +
                                          server.address("/v1") + "\"}");
  settings.timeouts.total = milliseconds(700);
  const auto started = std::chrono::steady_clock::now();
  CHECK(asked(settings).find("rate-limited: HTTP 429") == 0);
  CHECK(server.requests().size() == 1);
  CHECK(std::chrono::steady_clock::now() - started >= milliseconds(600));
}

TEST_CASE("embeddings are asked for like replies, and of who makes none not at all") {
  const CannedServer server({http_reply("200 OK", R"({"data":[{"embedding":[1,2]}],"usage":{"prompt_tokens":3}})")});
  const auto embed = [&](const std::string& type) {
    Project project;
    project.providers.emplace("p",
                              settings_of(R"({"type":")" + type + R"(","base_url":")" + server.address("/v1") + "\"}"));
    const SystemClock clock;
    const Variables none;
    HttpModelClient client(project, none, clock, 1);
    Request request;
    request.task = Task::embedding;
    request.target = {"p", "m"};
    request.messages = {text_message(Role::user, "Hi")};
    std::string text;
    client.submit(request, {[&text](const CallOutcome& outcome) {
                    const auto* response = std::get_if<Response>(&outcome);
                    text = response != nullptr && response->embeddings.size() == 1 ? "1 vector" : shown(outcome);
                  }});
    while (text.empty()) {
      client.poll(milliseconds(20));
    }
    return text;
  };
  CHECK(embed("openai") == "1 vector");
  CHECK(embed("anthropic") == "invalid-request: `p` makes no embeddings: its type is anthropic");
  CHECK(server.requests().size() == 1);
}
