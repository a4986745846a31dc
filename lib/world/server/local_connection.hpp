// One client of a local server, from request to request. Only the server includes this: Boost is heavy.

#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <string>

#include "world/server/local_server.hpp"

namespace promptctl {

// Each step keeps the connection alive until it is called back.
class LocalConnection : public std::enable_shared_from_this<LocalConnection> {
 public:
  // What answers, and outlives every connection.
  struct Host {
    virtual ~Host() = default;
    virtual HttpAnswer answer(const LocalRequest& request) = 0;
    virtual void gone(const std::shared_ptr<LocalConnection>& connection) = 0;

    LocalServer::Limits limits;
    std::size_t under_way = 0;  // answers
  };

  LocalConnection(Host& host, boost::asio::ip::tcp::socket socket)
      : host_(host), stream_(std::move(socket)), delay_(stream_.get_executor()) {}

  void read_head();

  // The server has stopped: nothing is called back any more.
  void drop() { stream_.close(); }

 private:
  void read_body();
  void read_rest();
  void refuse(boost::beast::error_code error);
  void respond();
  void send(HttpAnswer answer);
  void next_piece();
  void write_piece();
  void finish();
  void flush(void (*then)(LocalConnection& self));
  void finished();
  void wait_for_end();
  void end_answer();
  void close();

  Host& host_;
  boost::beast::tcp_stream stream_;
  boost::asio::steady_timer delay_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<HttpAnswer> answer_;
  std::size_t piece_ = 0;
  HttpFraming framing_;
  bool served_ = false;
  std::string out_;   // to be sent with what comes next
  std::string sent_;  // on its way
};

}  // namespace promptctl
