#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace promptctl {

// How AWS knows who asks: by the bearer's key, where there is one, else by a signature (`sign_for_aws`).
struct AwsSigning {
  std::string service;  // "bedrock"
  std::string region;
  std::string bearer;
  std::string access_key;
  std::string secret_key;
  std::string session_token;  // empty where the keys are no temporary ones
};

// A program that answers in a server's place: the request's body is its standard input.
struct ProgramToRun {
  std::vector<std::string> command;    // the program, and its arguments
  std::vector<std::string> variables;  // of the environment, that it sees besides PATH, HOME and LANG
  std::string folder;                  // where it runs
};

// One HTTP request, as data. Before it is resolved (provider/resolve.hpp), `url` and header values may hold ${VAR}.
struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::string folder;  // "/openai/v1": to be added to the path of `url`, but for what that ends in of it
  std::string path;    // to be added then, unless `url` ends in it: "/chat/completions"
  std::string query;   // to be added to the query of `url`, unless that has it: "alt=sse"
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::optional<AwsSigning> aws;        // none: it bears all that it needs
  std::optional<ProgramToRun> program;  // none: it goes to a server
};

// The head of a response. Header names are in lower case; of a repeated header the last is kept.
struct HttpHead {
  int status = 0;
  std::map<std::string, std::string> headers;
};

// What a server sends, and how long it waits before each piece of it.
struct HttpAnswer {
  enum class End {
    complete,
    cut,   // close the connection behind the last piece, without the protocol's end
    stall  // send nothing more, and keep the connection
  };

  struct Piece {
    std::chrono::microseconds delay{0};
    std::string bytes;
  };

  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  // besides length, encoding and connection
  std::vector<Piece> pieces;                                 // of the body
  End end = End::complete;
};

// How an answer is laid out on its connection.
struct HttpFraming {
  bool chunked = false;
  bool keep_alive = true;
  bool has_body = true;  // false: a HEAD asked
};

// An answer that is one line of plain text.
HttpAnswer text_answer(int status, std::string_view line);

// Status line and headers, up to the empty line. Without chunks, the length is that of the first piece.
std::string answer_head(const HttpAnswer& answer, const HttpFraming& framing);

}  // namespace promptctl
