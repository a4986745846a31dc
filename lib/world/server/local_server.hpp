#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "provider/http.hpp"

namespace promptctl {

struct LocalRequest {
  std::string method;
  std::string path;                            // decoded: "/runs/20261121-221405-a3f90b1c"
  std::map<std::string, std::string> query;    // decoded; of a repeated name the last
  std::map<std::string, std::string> headers;  // names in lower case; of a repeated one the last
  std::string body;
};

// An HTTP/1.1 server on 127.0.0.1, on one thread of its own: thousands of connections wait at no cost. A port is this
// server's alone. A request that is too long, or that is not complete in time, ends its connection.
class LocalServer {
 public:
  struct Limits {
    std::size_t body = 32U << 20U;              // bytes of a request's body; more is answered by 413
    std::size_t connections = 4096;             // more wait in the backlog
    std::chrono::milliseconds request{10'000};  // from its first byte, or the connection's start, to its end
    std::chrono::milliseconds idle{600'000};    // between two requests
  };

  // `answer` is called on the server's thread, one request at a time; what it throws is a 500.
  LocalServer(std::function<HttpAnswer(const LocalRequest&)> answer, const Limits& limits);
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  // Begins to serve on `port`, 0 for any free one, and returns the port. Throws `Failure` (`port-in-use`) when it can't
  // be had.
  int start(int port);

  // The one that it serves on; 0 before it does.
  int port() const;

  // Answers that are being sent. For the handler to call.
  std::size_t answers_under_way() const;

  // Closes every connection. Nothing is called afterwards.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
