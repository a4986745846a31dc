#include "world/view_server.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <array>
#include <mutex>
#include <thread>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 16;

void refuse(httplib::Response& response, int status, const char* why) {
  response.status = status;
  response.set_content(std::string(why) + "\n", "text/plain; charset=utf-8");
}

}  // namespace

struct ViewServer::State {
  explicit State(std::function<ViewAnswer(const ViewRequest&)> given) : answer(std::move(given)) {}

  std::function<ViewAnswer(const ViewRequest&)> answer;
  httplib::Server server;
  std::thread thread;
  std::mutex mutex;  // of `answer`
  int port = 0;

  void handle(const httplib::Request& request, httplib::Response& response);
  bool is_own_name(const std::string& written) const;
  bool comes_from_here(const httplib::Request& request) const;
  void respond(const httplib::Request& request, httplib::Response& response);
};

bool ViewServer::State::is_own_name(const std::string& written) const {
  const std::string host = lower_ascii(written);
  return host == fmt::format("127.0.0.1:{}", port) || host == fmt::format("localhost:{}", port) ||
         (port == 80 && (host == "127.0.0.1" || host == "localhost"));
}

// Another site may link here, and learns nothing by that; what it asks for from its own pages is refused.
bool ViewServer::State::comes_from_here(const httplib::Request& request) const {
  const std::string origin = request.get_header_value("Origin");
  constexpr std::string_view scheme = "http://";
  if (!origin.empty() && (!origin.starts_with(scheme) || !is_own_name(origin.substr(scheme.size())))) {
    return false;
  }
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  return site.empty() || site == "same-origin" || site == "none" ||
         request.get_header_value("Sec-Fetch-Mode") == "navigate";
}

void ViewServer::State::respond(const httplib::Request& request, httplib::Response& response) {
  ViewRequest wish{request.path, {}};
  for (const auto& [name, value] : request.params) {
    wish.query[name] = value;
  }
  const std::lock_guard<std::mutex> lock(mutex);
  ViewAnswer given = answer(wish);
  response.status = given.status;
  if (!given.location.empty()) {
    response.set_header("Location", given.location);
  }
  response.set_content(std::move(given.html), "text/html; charset=utf-8");
}

void ViewServer::State::handle(const httplib::Request& request, httplib::Response& response) {
  constexpr std::array<std::pair<const char*, const char*>, 6> headers{
      {{"X-Content-Type-Options", "nosniff"},
       {"X-Frame-Options", "DENY"},
       {"Content-Security-Policy", "frame-ancestors 'none'"},
       {"Cross-Origin-Resource-Policy", "same-origin"},
       {"Referrer-Policy", "no-referrer"},
       {"Cache-Control", "no-store"}}};
  for (const auto& [name, value] : headers) {
    response.set_header(name, value);
  }
  if (!is_own_name(request.get_header_value("Host"))) {
    refuse(response, 421, "this server answers to 127.0.0.1 and localhost only");
  } else if (!comes_from_here(request)) {
    refuse(response, 403, "no other site may ask here");
  } else if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    refuse(response, 405, "nothing can be changed here");
  } else {
    try {
      respond(request, response);
    } catch (const std::exception& error) {
      refuse(response, 500, error.what());
    }
  }
}

ViewServer::ViewServer(std::function<ViewAnswer(const ViewRequest&)> answer)
    : state_(std::make_unique<State>(std::move(answer))) {
  State& state = *state_;
  state.server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // NOLINT: httplib takes ownership.
  state.server.set_tcp_nodelay(true);
  constexpr time_t seconds = 2;  // Half a request must not hold a thread for long.
  state.server.set_read_timeout(seconds);
  state.server.set_pre_routing_handler([&state](const httplib::Request& request, httplib::Response& response) {
    state.handle(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
}

ViewServer::~ViewServer() {
  stop();
}

int ViewServer::start(int port) {
  httplib::Server& server = state_->server;
  state_->port = port == 0 ? server.bind_to_any_port(loopback) : (server.bind_to_port(loopback, port) ? port : -1);
  if (state_->port <= 0) {
    throw Failure("port-in-use", fmt::format("cannot listen on 127.0.0.1:{}", port), "choose another --port");
  }
  state_->thread = std::thread([this] { state_->server.listen_after_bind(); });
  return state_->port;
}

void ViewServer::stop() {
  state_->server.stop();
  if (state_->thread.joinable()) {
    state_->thread.join();
  }
}

}  // namespace promptctl
