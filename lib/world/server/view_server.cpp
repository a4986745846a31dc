#include "world/server/view_server.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/url.hpp"
#include "world/server/local_server.hpp"

namespace promptctl {
namespace {

HttpAnswer answer_of(int status, std::string body, const char* type) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", type},
                    {"X-Content-Type-Options", "nosniff"},
                    {"X-Frame-Options", "DENY"},
                    {"Content-Security-Policy", "frame-ancestors 'none'"},
                    {"Cross-Origin-Resource-Policy", "same-origin"},
                    {"Referrer-Policy", "same-origin"},  // Without one, a browser does not say where a form is from.
                    {"Cache-Control", "no-store"}};
  answer.pieces.push_back({{}, std::move(body)});
  return answer;
}

HttpAnswer refusal(int status, const std::string& why) {
  return answer_of(status, why + "\n", "text/plain; charset=utf-8");
}

std::string header(const LocalRequest& request, const char* name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string() : found->second;
}

LocalServer::Limits limits() {
  LocalServer::Limits limits;
  limits.body = 64U << 10U;  // Nothing here takes a body.
  limits.connections = 256;
  limits.request = std::chrono::seconds(2);  // Half a request must not hold a connection for long.
  return limits;
}

}  // namespace

struct ViewServer::State {
  State(std::function<ViewAnswer(const ViewRequest&)> given, bool forms)
      : answer(std::move(given)),
        takes_forms(forms),
        server([this](const auto& request) { return handle(request); }, limits()) {}

  HttpAnswer handle(const LocalRequest& request) const;
  bool is_own_name(const std::string& written) const;
  bool comes_from_here(const LocalRequest& request) const;
  HttpAnswer respond(const LocalRequest& request) const;

  bool may_post(const LocalRequest& request) const;

  std::function<ViewAnswer(const ViewRequest&)> answer;
  bool takes_forms;
  LocalServer server;
};

bool ViewServer::State::is_own_name(const std::string& written) const {
  const std::string host = lower_ascii(written);
  return host == fmt::format("127.0.0.1:{}", server.port()) || host == fmt::format("localhost:{}", server.port()) ||
         (server.port() == 80 && (host == "127.0.0.1" || host == "localhost"));
}

// Another site may link here, and learns nothing by that; what it asks for from its own pages is refused.
bool ViewServer::State::comes_from_here(const LocalRequest& request) const {
  const std::string origin = header(request, "origin");
  constexpr std::string_view scheme = "http://";
  if (!origin.empty() && (!origin.starts_with(scheme) || !is_own_name(origin.substr(scheme.size())))) {
    return false;
  }
  const std::string site = header(request, "sec-fetch-site");
  return site.empty() || site == "same-origin" || site == "none" || header(request, "sec-fetch-mode") == "navigate";
}

// A browser says of every form which site it is on; who does not say is none of its pages.
bool ViewServer::State::may_post(const LocalRequest& request) const {
  return takes_forms && request.method == "POST" && !header(request, "origin").empty() &&
         header(request, "content-type").starts_with("application/x-www-form-urlencoded");
}

HttpAnswer ViewServer::State::respond(const LocalRequest& request) const {
  ViewRequest asked{request.path, request.query, request.method, {}};
  if (request.method == "POST") {
    asked.form = read_url_target("/?" + request.body).query;
  }
  ViewAnswer given = answer(asked);
  HttpAnswer sent = answer_of(given.status, std::move(given.html), "text/html; charset=utf-8");
  if (!given.location.empty()) {
    sent.headers.emplace_back("Location", given.location);
  }
  return sent;
}

HttpAnswer ViewServer::State::handle(const LocalRequest& request) const {
  if (!is_own_name(header(request, "host"))) {
    return refusal(421, "this server answers to 127.0.0.1 and localhost only");
  }
  if (!comes_from_here(request)) {
    return refusal(403, "no other site may ask here");
  }
  if (request.method != "GET" && request.method != "HEAD" && !may_post(request)) {
    HttpAnswer refused = refusal(405, "nothing can be changed here");
    refused.headers.emplace_back("Allow", "GET, HEAD");
    return refused;
  }
  try {
    return respond(request);
  } catch (const std::exception& error) {
    return refusal(500, error.what());
  }
}

ViewServer::ViewServer(std::function<ViewAnswer(const ViewRequest&)> answer, bool takes_forms)
    : state_(std::make_unique<State>(std::move(answer), takes_forms)) {}

ViewServer::~ViewServer() {
  stop();
}

int ViewServer::start(int port) {
  return state_->server.start(port);
}

void ViewServer::stop() {
  state_->server.stop();
}

}  // namespace promptctl
