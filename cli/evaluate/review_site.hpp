#pragma once

#include <string>

#include "review/review_screen.hpp"
#include "world/server/view_server.hpp"

namespace promptctl::cli {

// The screen on which somebody rates, as a site of one page below a secret path.
class ReviewSite {
 public:
  // `token` is the path's secret; the screen must outlive the site.
  ReviewSite(ReviewScreen& screen, std::string token) : screen_(screen), token_(std::move(token)) {}

  // GET /TOKEN/ is the page; POST there gives an answer and goes back to it. Anything else is a 404.
  ViewAnswer answer(const ViewRequest& request);

  const std::string& token() const { return token_; }

 private:
  void take(const std::map<std::string, std::string>& fields);
  void type(const std::string& text);

  ReviewScreen& screen_;
  std::string token_;
};

}  // namespace promptctl::cli
