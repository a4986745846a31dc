#include "score/need.hpp"

#include <utility>

#include "exchange/response_record.hpp"

namespace promptctl {

Need Need::of(Request request, std::string judge) {
  std::string digest = request_digest(request);
  return {std::move(request), std::move(judge), std::move(digest)};
}

}  // namespace promptctl
