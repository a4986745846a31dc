#include "world/server/local_server.hpp"

#include <fmt/format.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <set>
#include <thread>

#include "base/diagnostic.hpp"
#include "world/server/local_connection.hpp"

namespace promptctl {
namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;

constexpr int backlog = 4096;

}  // namespace

struct LocalServer::State : LocalConnection::Host {
  State(std::function<HttpAnswer(const LocalRequest&)> handler, const Limits& given) : handle(std::move(handler)) {
    limits = given;
  }

  void accept();
  HttpAnswer answer(const LocalRequest& request) override;
  void gone(const std::shared_ptr<LocalConnection>& connection) override;

  std::function<HttpAnswer(const LocalRequest&)> handle;
  asio::io_context context;
  asio::ip::tcp::acceptor acceptor{context};
  std::set<std::shared_ptr<LocalConnection>> connections;
  asio::steady_timer pause{context};
  int port = 0;
  bool accepting = false;
  std::thread thread;
};

void LocalServer::State::accept() {
  if (accepting || connections.size() >= limits.connections || !acceptor.is_open()) {
    return;
  }
  accepting = true;
  acceptor.async_accept([this](Error error, asio::ip::tcp::socket socket) {
    accepting = false;
    if (error) {  // No descriptor is left, say: some will be given back.
      constexpr std::chrono::milliseconds a_while{20};
      pause.expires_after(a_while);
      pause.async_wait([this](Error) { accept(); });
      return;
    }
    Error ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    (*connections.insert(std::make_shared<LocalConnection>(*this, std::move(socket))).first)->read_head();
    accept();
  });
}

void LocalServer::State::gone(const std::shared_ptr<LocalConnection>& connection) {
  connections.erase(connection);
  accept();
}

HttpAnswer LocalServer::State::answer(const LocalRequest& request) {
  try {
    return handle(request);
  } catch (const std::exception& error) {
    return text_answer(500, error.what());
  }
}

LocalServer::LocalServer(std::function<HttpAnswer(const LocalRequest&)> answer, const Limits& limits)
    : state_(std::make_unique<State>(std::move(answer), limits)) {}

LocalServer::~LocalServer() {
  stop();
}

int LocalServer::start(int port) {
  const asio::ip::tcp::endpoint address(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port));
  Error error;
  asio::ip::tcp::acceptor& acceptor = state_->acceptor;
  acceptor.open(address.protocol(), error);
  acceptor.set_option(asio::socket_base::reuse_address(true), error);  // Past connections; a second server stays out.
  acceptor.bind(address, error);
  if (!error) {
    acceptor.listen(backlog, error);
  }
  if (error) {
    throw Failure("port-in-use", fmt::format("cannot listen on 127.0.0.1:{}: {}", port, error.message()),
                  "choose another --port");
  }
  state_->port = acceptor.local_endpoint().port();
  state_->accept();
  state_->thread = std::thread([this] { state_->context.run(); });
  return state_->port;
}

int LocalServer::port() const {
  return state_->port;
}

std::size_t LocalServer::answers_under_way() const {
  return state_->under_way;
}

void LocalServer::stop() {
  state_->context.stop();
  if (state_->thread.joinable()) {
    state_->thread.join();
  }
  Error ignored;
  state_->acceptor.close(ignored);
  for (const auto& connection : state_->connections) {
    connection->drop();
  }
  state_->connections.clear();
}

}  // namespace promptctl
