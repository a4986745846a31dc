#include "world/mock_server.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <ostream>
#include <thread>

#include "base/text.hpp"
#include "codec/json.hpp"
#include "codec/secrets.hpp"

namespace promptctl {
namespace {

constexpr std::size_t threads = 512;  // One a connection.
constexpr std::size_t most_keep_alive = 1'000'000'000;

Value headers_value(const httplib::Headers& headers) {
  std::map<std::string, std::string> sorted;
  for (const auto& [name, value] : headers) {
    if (name != "LOCAL_ADDR" && name != "LOCAL_PORT" && name != "REMOTE_ADDR" && name != "REMOTE_PORT") {
      sorted[lower_ascii(name)] = is_secret_name(name) ? "[redacted]" : value;
    }
  }
  Value map = map_value();
  for (const auto& [name, value] : sorted) {
    map.set(name, text_value(value));
  }
  return map;
}

}  // namespace

struct MockServer::State {
  State(MockAnswers prepared, std::ostream* out) : answers(std::move(prepared)), journal(out) {}

  MockAnswers answers;
  std::ostream* journal;
  httplib::Server server;
  std::thread thread;
  std::mutex mutex;  // of answers, journal and counts
  std::map<int, long long> by_status;
  long long in_flight = 0;
  long long most_in_flight = 0;
  std::atomic<bool> stopping{false};

  void routes();
  MockAnswer answer(const httplib::Request& request);
  void write_journal(const httplib::Request& request, const MockAnswer& answer);
  void wait(std::chrono::microseconds delay) const;
  bool send(const MockAnswer& answer, std::size_t piece, httplib::DataSink& sink) const;
  void respond(MockAnswer answer, httplib::Response& response);
  void ended();
  std::string stats();
};

void MockServer::State::write_journal(const httplib::Request& request, const MockAnswer& answer) {
  if (journal == nullptr) {
    return;
  }
  Value line = map_value();
  line.set("method", text_value(request.method))
      .set("path", text_value(request.path))
      .set("headers", headers_value(request.headers))
      .set("body", parse_json(request.body).value_or(text_value(request.body)))
      .set("status", integer_value(answer.status))
      .set("rule", answer.rule < 0 ? Value() : integer_value(answer.rule));
  *journal << compact_json(line) << std::endl;
}

MockAnswer MockServer::State::answer(const httplib::Request& request) {
  const std::lock_guard lock(mutex);
  MockAnswer found = answers.answer(request.body);
  ++by_status[found.status];
  most_in_flight = std::max(most_in_flight, ++in_flight);
  write_journal(request, found);
  return found;
}

void MockServer::State::ended() {
  const std::lock_guard lock(mutex);
  --in_flight;
}

void MockServer::State::wait(std::chrono::microseconds delay) const {
  constexpr std::chrono::microseconds step{50'000};
  while (delay.count() > 0 && !stopping) {
    std::this_thread::sleep_for(std::min(delay, step));
    delay -= step;
  }
}

// One piece after its delay; false closes the connection.
bool MockServer::State::send(const MockAnswer& answer, std::size_t piece, httplib::DataSink& sink) const {
  if (piece < answer.pieces.size()) {
    wait(answer.pieces[piece].delay);
    const std::string& bytes = answer.pieces[piece].bytes;
    return !stopping && sink.write(bytes.data(), bytes.size());
  }
  while (answer.end == MockAnswer::End::stall && !stopping && sink.is_writable()) {
    wait(std::chrono::milliseconds(50));
  }
  if (answer.end != MockAnswer::End::complete) {
    return false;
  }
  sink.done();
  return true;
}

void MockServer::State::respond(MockAnswer answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) {
    response.set_header(name, value);
  }
  const auto shared = std::make_shared<const MockAnswer>(std::move(answer));
  const auto next = std::make_shared<std::size_t>(0);
  const auto provider = [this, shared, next](std::size_t, httplib::DataSink& sink) {
    return send(*shared, (*next)++, sink);
  };
  const auto release = [this](bool) { ended(); };
  response.set_chunked_content_provider(shared->content_type, provider, release);
}

std::string MockServer::State::stats() {
  const std::lock_guard lock(mutex);
  Value statuses = map_value();
  long long requests = 0;
  for (const auto& [status, count] : by_status) {
    statuses.set(std::to_string(status), integer_value(count));
    requests += count;
  }
  Value value = map_value();
  value.set("requests", integer_value(requests))
      .set("by_status", std::move(statuses))
      .set("in_flight", integer_value(in_flight))
      .set("most_in_flight", integer_value(most_in_flight));
  return indented_json(value);
}

void MockServer::State::routes() {
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // NOLINT: httplib takes ownership.
  server.set_keep_alive_max_count(most_keep_alive);
  server.set_tcp_nodelay(true);
  server.Post("/v1/chat/completions", [this](const httplib::Request& request, httplib::Response& response) {
    respond(answer(request), response);
  });
  server.Get("/v1/models", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(R"({"object":"list","data":[{"id":"mock","object":"model","owned_by":"promptctl"}]})",
                         "application/json");
  });
  server.Get("/stats", [this](const httplib::Request&, httplib::Response& response) {
    response.set_content(stats(), "application/json");
  });
}

MockServer::MockServer(MockAnswers answers, std::ostream* journal)
    : state_(std::make_unique<State>(std::move(answers), journal)) {
  state_->routes();
}

MockServer::~MockServer() {
  stop();
}

int MockServer::start(int port) {
  constexpr const char* loopback = "127.0.0.1";
  const int bound =
      port == 0 ? state_->server.bind_to_any_port(loopback) : (state_->server.bind_to_port(loopback, port) ? port : -1);
  if (bound <= 0) {
    throw Failure("port-in-use", fmt::format("cannot listen on 127.0.0.1:{}", port), "choose another --port");
  }
  state_->thread = std::thread([this] { state_->server.listen_after_bind(); });
  return bound;
}

void MockServer::stop() {
  state_->stopping = true;
  state_->server.stop();
  if (state_->thread.joinable()) {
    state_->thread.join();
  }
}

}  // namespace promptctl
