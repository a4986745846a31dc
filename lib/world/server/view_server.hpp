#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace promptctl {

struct ViewRequest {
  std::string path;                          // decoded: "/runs/20261121-221405-a3f9"
  std::map<std::string, std::string> query;  // decoded
  std::string method = "GET";
  std::map<std::string, std::string> form = {};  // of a POST, decoded
};

struct ViewAnswer {
  int status = 200;
  std::string html;
  std::string location = {};  // where to go instead
};

// Serves pages on 127.0.0.1, to browsers on this machine: only GET and HEAD, and POST where it takes forms, only under
// its own name (no other site can have its name point here and read along), not inside other sites' pages, and no file.
// What throws is a 500.
class ViewServer {
 public:
  // `answer` is called by one thread at a time.
  explicit ViewServer(std::function<ViewAnswer(const ViewRequest&)> answer, bool takes_forms = false);
  ~ViewServer();
  ViewServer(const ViewServer&) = delete;
  ViewServer& operator=(const ViewServer&) = delete;

  // Begins to serve on `port`, 0 for any free one, and returns the port. Throws `Failure` when it can't be had.
  int start(int port);

  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
