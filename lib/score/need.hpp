#pragma once

#include <map>
#include <string>

#include "exchange/request.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// What must be asked of a model before a reply can be judged: a verdict of a judge, or embeddings.
struct Need {
  Request request;
  std::string judge;   // who is asked: the judge's name, or the model that makes embeddings
  std::string digest;  // `request_digest` of the request

  static Need of(Request request, std::string judge);
};

// What was answered so far, by the digest of what was asked.
using Answers = std::map<std::string, CallOutcome>;

}  // namespace promptctl
