#include "world/server/mock_server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"
#include "document/secrets.hpp"
#include "mock/mock_api.hpp"
#include "world/server/local_server.hpp"

namespace promptctl {
namespace {

constexpr const char* json_type = "application/json";

Value headers_value(const LocalRequest& request) {
  Value map = map_value();
  for (const auto& [name, value] : request.headers) {
    map.set(name, text_value(is_secret_name(name) ? "[redacted]" : value));
  }
  return map;
}

HttpAnswer json_answer(int status, std::string text) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", json_type}};
  answer.pieces.push_back({{}, std::move(text)});
  return answer;
}

HttpAnswer http_answer(MockAnswer scripted) {
  HttpAnswer answer;
  answer.status = scripted.status;
  answer.headers = std::move(scripted.headers);
  answer.headers.emplace_back("Content-Type", std::move(scripted.content_type));
  answer.pieces = std::move(scripted.pieces);
  answer.end = scripted.end;
  return answer;
}

}  // namespace

struct MockServer::State {
  State(MockAnswers prepared, std::ostream* out)
      : answers(std::move(prepared)),
        journal(out),
        server([this](const auto& request) { return route(request); }, {}) {}

  HttpAnswer route(const LocalRequest& request);
  HttpAnswer answer(const LocalRequest& request);
  void write_journal(const LocalRequest& request, const MockAnswer& answer);
  std::string stats() const;

  MockAnswers answers;
  std::ostream* journal;
  std::map<int, long long> by_status;
  std::size_t most_in_flight = 0;
  LocalServer server;
};

void MockServer::State::write_journal(const LocalRequest& request, const MockAnswer& answer) {
  if (journal == nullptr) {
    return;
  }
  Value line = map_value();
  line.set("method", text_value(request.method))
      .set("path", text_value(request.path))
      .set("headers", headers_value(request))
      .set("body", parse_json(request.body).value_or(text_value(request.body)))
      .set("status", integer_value(answer.status))
      .set("rule", answer.rule < 0 ? Value() : integer_value(answer.rule));
  *journal << compact_json(line) << std::endl;
}

HttpAnswer MockServer::State::answer(const LocalRequest& request) {
  const auto now = [] {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
  MockAnswer found = answers.answer(request.path, request.body, now());
  ++by_status[found.status];
  most_in_flight = std::max(most_in_flight, server.answers_under_way() + 1);
  write_journal(request, found);
  return http_answer(std::move(found));
}

std::string MockServer::State::stats() const {
  Value statuses = map_value();
  long long requests = 0;
  for (const auto& [status, count] : by_status) {
    statuses.set(std::to_string(status), integer_value(count));
    requests += count;
  }
  Value value = map_value();
  value.set("requests", integer_value(requests))
      .set("by_status", std::move(statuses))
      .set("in_flight", integer_value(static_cast<long long>(server.answers_under_way())))
      .set("most_in_flight", integer_value(static_cast<long long>(most_in_flight)));
  return indented_json(value);
}

HttpAnswer MockServer::State::route(const LocalRequest& request) {
  if (request.method == "POST" && find_mock_api(request.path) != nullptr) {
    return answer(request);
  }
  if (request.method == "GET" && request.path == "/v1/models") {
    return json_answer(200, R"({"object":"list","data":[{"id":"mock","object":"model","owned_by":"promptctl"}]})");
  }
  if (request.method == "GET" && request.path == "/stats") {
    return json_answer(200, stats());
  }
  Value error = map_value();
  error.set("message", text_value(fmt::format("the mock server has no {} {}", request.method, request.path)));
  return json_answer(404, compact_json(map_value().set("error", std::move(error))));
}

MockServer::MockServer(MockAnswers answers, std::ostream* journal)
    : state_(std::make_unique<State>(std::move(answers), journal)) {}

MockServer::~MockServer() {
  stop();
}

int MockServer::start(int port) {
  return state_->server.start(port);
}

void MockServer::stop() {
  state_->server.stop();
}

}  // namespace promptctl
