#include "world/server/local_server.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tests/support/catch.hpp"
#include "world/system/descriptor.hpp"

using namespace promptctl;

namespace {

HttpAnswer echo(const LocalRequest& request) {
  HttpAnswer answer;
  answer.headers = {{"Content-Type", "text/plain"}};
  std::string text = request.method + " " + request.path;
  for (const auto& [name, value] : request.query) {
    text += fmt::format(" {}={}", name, value);
  }
  answer.pieces.push_back({{}, text + " " + std::to_string(request.body.size())});
  return answer;
}

LocalServer::Limits small_limits() {
  LocalServer::Limits limits;
  limits.body = 1000;
  limits.connections = 8;
  limits.request = std::chrono::milliseconds(300);
  return limits;
}

// A connection whose other end has sent nothing, or `text`.
Descriptor connection_to(int port, const std::string& text = "") {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::send(socket.get(), text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size()));
  return socket;
}

// All that comes until the other end closes.
std::string rest_of(const Descriptor& socket) {
  std::string text;
  char bytes[4096];
  for (ssize_t size = 0; (size = ::recv(socket.get(), bytes, sizeof bytes, 0)) > 0;) {
    text.append(bytes, static_cast<std::size_t>(size));
  }
  return text;
}

}  // namespace

TEST_CASE("a local server reads requests as they are meant, one after the other on a connection") {
  LocalServer server(echo, {});
  httplib::Client client("127.0.0.1", server.start(0));
  client.set_keep_alive(true);
  CHECK(client.Get("/a%20b?x=1%202&y=%26")->body == "GET /a b x=1 2 y=& 0");
  CHECK(client.Post("/p", std::string(5000, 'x'), "text/plain")->body == "POST /p 5000");
  CHECK(client.Head("/p")->body.empty());
  CHECK(client.Get("/%zz%4")->body == "GET /%zz%4 0");
}

TEST_CASE("a second server gets no port that the first has") {
  LocalServer first(echo, {});
  const int port = first.start(0);
  LocalServer second(echo, {});
  CHECK_THROWS_AS(second.start(port), Failure);
  LocalServer third(echo, {});
  CHECK_THROWS_AS(third.start(port), Failure);
  first.stop();
  LocalServer fourth(echo, {});
  CHECK(fourth.start(port) == port);
}

TEST_CASE("a body that is too long is refused before it is read, and what is no request is told so") {
  LocalServer server(echo, small_limits());
  const int port = server.start(0);
  const auto answer_to = [port](const std::string& text) { return rest_of(connection_to(port, text)).substr(0, 12); };
  CHECK(answer_to("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000000\r\n\r\n") == "HTTP/1.1 413");
  CHECK(answer_to("GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n") == "HTTP/1.1 413");
  CHECK(answer_to("hello\r\n\r\n") == "HTTP/1.1 400");
}

TEST_CASE("clients that say half of a request hold no place for long") {
  LocalServer server(echo, small_limits());
  const int port = server.start(0);
  std::vector<Descriptor> half;
  for (int count = 0; count < 20; ++count) {
    half.push_back(connection_to(port, "GET / HTTP/1.1\r\nHost:"));
  }
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(10);
  CHECK(client.Get("/")->body == "GET / 0");
  CHECK(rest_of(half.front()).empty());
}

TEST_CASE("an answer may come in pieces, be cut, or stall") {
  const auto answer = [](const LocalRequest& request) {
    HttpAnswer pieces;
    pieces.pieces = {{{}, "one "}, {std::chrono::milliseconds(5), "two"}};
    pieces.end = request.path == "/cut"     ? HttpAnswer::End::cut
                 : request.path == "/stall" ? HttpAnswer::End::stall
                                            : HttpAnswer::End::complete;
    return pieces;
  };
  LocalServer server(answer, {});
  httplib::Client client("127.0.0.1", server.start(0));
  CHECK(client.Get("/whole")->body == "one two");
  CHECK_FALSE(client.Get("/cut"));
  client.set_read_timeout(0, 200'000);
  CHECK_FALSE(client.Get("/stall"));
}

TEST_CASE("what a handler throws is a 500, and stopping ends every connection") {
  LocalServer server([](const LocalRequest&) -> HttpAnswer { throw std::runtime_error("no such thing"); }, {});
  const int port = server.start(0);
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Get("/");
  CHECK(answer->status == 500);
  CHECK(answer->body == "no such thing\n");
  const Descriptor waiting = connection_to(port);
  server.stop();
  CHECK(rest_of(waiting).empty());
}
