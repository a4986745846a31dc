#include "tests/support/canned_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace promptctl::testing {
namespace {

std::size_t length_of_body(const std::string& head) {
  constexpr std::string_view name = "Content-Length: ";
  const std::size_t at = head.find(name);
  return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + name.size(), nullptr, 10);
}

// One request with its body; what came of it when the client goes away first.
std::string read_request(int connection) {
  std::string request;
  std::array<char, 4096> bytes{};
  for (;;) {
    const std::size_t end = request.find("\r\n\r\n");
    if (end != std::string::npos && request.size() >= end + 4 + length_of_body(request.substr(0, end))) {
      return request;
    }
    const ssize_t count = recv(connection, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
      return request;
    }
    request.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

struct CannedServer::State {
  std::vector<std::string> replies;
  int listener = -1;
  int port = 0;
  std::thread thread;
  std::atomic<bool> stopping{false};
  mutable std::mutex mutex;  // of `requests`
  std::vector<std::string> requests;

  void listen_here() {
    listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || bind(listener, generic, size) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, generic, &size) != 0) {
      throw std::runtime_error("no socket on 127.0.0.1");
    }
    port = ntohs(address.sin_port);
  }

  void serve() {
    while (!stopping) {
      const int connection = accept(listener, nullptr, nullptr);
      if (connection < 0) {
        return;
      }
      const std::string& reply = note(read_request(connection));
      send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
      shutdown(connection, SHUT_WR);
      close(connection);
    }
  }

  const std::string& note(std::string request) {
    const std::lock_guard lock(mutex);
    requests.push_back(std::move(request));
    return replies[std::min(requests.size(), replies.size()) - 1];
  }
};

CannedServer::CannedServer(std::vector<std::string> replies) : state_(std::make_unique<State>()) {
  state_->replies = std::move(replies);
  state_->listen_here();
  state_->thread = std::thread([this] { state_->serve(); });
}

CannedServer::~CannedServer() {
  state_->stopping = true;
  shutdown(state_->listener, SHUT_RDWR);
  state_->thread.join();
  close(state_->listener);
}

int CannedServer::port() const {
  return state_->port;
}

std::string CannedServer::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(state_->port) + path;
}

std::vector<std::string> CannedServer::requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->requests;
}

std::string http_reply(const std::string& status, const std::string& body, const std::string& more_headers) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" +
         more_headers + "\r\n" + body;
}

}  // namespace promptctl::testing
