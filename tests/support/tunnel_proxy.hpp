#pragma once

#include <memory>
#include <string>
#include <vector>

namespace promptctl::testing {

// A proxy on 127.0.0.1 that makes tunnels (CONNECT) for those who know its password, all of them to one port of this
// machine, whatever host is asked for.
class TunnelProxy {
 public:
  // `authorization` is the value of Proxy-Authorization that it wants: "Basic dTpw".
  TunnelProxy(int target_port, std::string authorization);
  ~TunnelProxy();
  TunnelProxy(const TunnelProxy&) = delete;
  TunnelProxy& operator=(const TunnelProxy&) = delete;

  int port() const;

  // The first line of each request so far.
  std::vector<std::string> requests() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl::testing
