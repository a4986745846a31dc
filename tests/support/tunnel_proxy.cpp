#include "tests/support/tunnel_proxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace promptctl::testing {
namespace {

sockaddr_in here(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int connected_to(int port) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = here(port);
  return connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0 ? connection : -1;
}

std::string read_head(int connection) {
  std::string head;
  for (char byte = 0; head.find("\r\n\r\n") == std::string::npos && recv(connection, &byte, 1, 0) == 1;) {
    head += byte;
  }
  return head;
}

// Passes what has come on; false at the end.
bool pass(int from, int to) {
  std::array<char, 16384> bytes{};
  const ssize_t count = recv(from, bytes.data(), bytes.size(), 0);
  return count > 0 && send(to, bytes.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
}

void join_both(int a, int b, const std::atomic<bool>& stopping) {
  while (!stopping) {
    std::array<pollfd, 2> both{{{a, POLLIN, 0}, {b, POLLIN, 0}}};
    constexpr int often = 50;
    poll(both.data(), both.size(), often);
    if ((both[0].revents != 0 && !pass(a, b)) || (both[1].revents != 0 && !pass(b, a))) {
      return;
    }
  }
}

}  // namespace

struct TunnelProxy::State {
  int target = 0;
  std::string authorization;
  int listener = -1;
  int port = 0;
  std::atomic<bool> stopping{false};
  std::thread thread;
  mutable std::mutex mutex;  // of `requests`
  std::vector<std::string> requests;

  void serve_one(int connection) {
    const std::string head = read_head(connection);
    {
      const std::lock_guard lock(mutex);
      requests.push_back(head.substr(0, head.find("\r\n")));
    }
    const bool is_known = head.find("Proxy-Authorization: " + authorization + "\r\n") != std::string::npos;
    const int server = is_known ? connected_to(target) : -1;
    const std::string answer = server >= 0 ? "HTTP/1.1 200 OK\r\n\r\n"
                                           : "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                             "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
    if (server >= 0) {
      join_both(connection, server, stopping);
      close(server);
    }
    close(connection);
  }

  void serve() {
    while (!stopping) {
      const int connection = accept(listener, nullptr, nullptr);
      if (connection < 0) {
        return;
      }
      serve_one(connection);
    }
  }
};

TunnelProxy::TunnelProxy(int target_port, std::string authorization) : state_(std::make_unique<State>()) {
  state_->target = target_port;
  state_->authorization = std::move(authorization);
  state_->listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = here(0);
  socklen_t size = sizeof(address);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(state_->listener, generic, size) != 0 || listen(state_->listener, 16) != 0 ||
      getsockname(state_->listener, generic, &size) != 0) {
    throw std::runtime_error("no socket on 127.0.0.1");
  }
  state_->port = ntohs(address.sin_port);
  state_->thread = std::thread([this] { state_->serve(); });
}

TunnelProxy::~TunnelProxy() {
  state_->stopping = true;
  shutdown(state_->listener, SHUT_RDWR);
  state_->thread.join();
  close(state_->listener);
}

int TunnelProxy::port() const {
  return state_->port;
}

std::vector<std::string> TunnelProxy::requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->requests;
}

}  // namespace promptctl::testing
