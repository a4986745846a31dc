// Asks a server on this machine on many connections at once, and says how late it answers: the time from a request's
// last byte to its answer's, less the latency that the server is told to have. A client that does nothing else.
//
//   connection_load PORT CONNECTIONS REQUESTS LATENCY_MS      requests on each connection, one after the other

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

const std::string body = R"({"model":"m","messages":[{"role":"user","content":"Hi"}]})";
const std::string request =
    "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
    std::to_string(body.size()) + "\r\n\r\n" + body;

struct Connection {
  int socket = -1;
  int left = 0;  // requests
  Clock::time_point sent;
  std::string answer;
};

int connected_to(int port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    std::perror("connect");
    std::exit(1);
  }
  return descriptor;
}

void ask(Connection& connection) {
  connection.answer.clear();
  connection.sent = Clock::now();
  if (send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) {
    std::perror("send");
    std::exit(1);
  }
}

bool is_whole(std::string_view answer) {
  constexpr std::string_view name = "Content-Length: ";
  const std::size_t head = answer.find("\r\n\r\n");
  const std::size_t length = answer.find(name);
  return head != std::string_view::npos && length != std::string_view::npos &&
         answer.size() >= head + 4 + std::strtoul(answer.data() + length + name.size(), nullptr, 10);
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) {
    std::fputs("connection_load PORT CONNECTIONS REQUESTS LATENCY_MS\n", stderr);
    return 2;
  }
  const auto number = [words](int at) { return std::atoi(words[at]); };
  std::vector<Connection> connections(static_cast<std::size_t>(number(2)));
  const int poller = epoll_create1(0);
  for (std::size_t at = 0; at < connections.size(); ++at) {
    connections[at].socket = connected_to(number(1));
    connections[at].left = number(3);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = at;
    epoll_ctl(poller, EPOLL_CTL_ADD, connections[at].socket, &event);
  }
  constexpr unsigned spread =
      500;  // Of a millisecond: all are under way before the first answer comes, and not in step.
  for (Connection& connection : connections) {
    ask(connection);
    usleep(static_cast<useconds_t>(number(4)) * spread / static_cast<useconds_t>(connections.size()));
  }
  std::vector<double> late;
  std::size_t open = connections.size();
  while (open > 0) {
    std::array<epoll_event, 256> events{};
    const int ready = epoll_wait(poller, events.data(), static_cast<int>(events.size()), -1);
    for (int at = 0; at < ready; ++at) {
      Connection& connection = connections[events.at(static_cast<std::size_t>(at)).data.u64];
      std::array<char, 4096> bytes{};
      const ssize_t size = recv(connection.socket, bytes.data(), bytes.size(), 0);
      if (size <= 0) {
        std::fputs("a connection was lost\n", stderr);
        return 1;
      }
      connection.answer.append(bytes.data(), static_cast<std::size_t>(size));
      if (!is_whole(connection.answer)) {
        continue;
      }
      const std::chrono::duration<double, std::milli> took = Clock::now() - connection.sent;
      late.push_back(took.count() - number(4));
      if (--connection.left > 0) {
        ask(connection);
      } else {
        close(connection.socket);
        --open;
      }
    }
  }
  std::sort(late.begin(), late.end());
  const auto quantile = [&late](double share) {
    return late[static_cast<std::size_t>(share * static_cast<double>(late.size() - 1))];
  };
  std::printf("connections=%zu calls=%zu beyond %d ms: p50=%.1f ms p99=%.1f ms max=%.1f ms\n", connections.size(),
              late.size(), number(4), quantile(0.5), quantile(0.99), late.back());
  return 0;
}
