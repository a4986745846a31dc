#include "cli/evaluate/review_site.hpp"

#include "base/text.hpp"
#include "report/page/review_page.hpp"

namespace promptctl::cli {

ViewAnswer ReviewSite::answer(const ViewRequest& request) {
  const std::string path = "/" + token_ + "/";
  if (request.path != path) {
    return {404, "<!doctype html><html lang=\"en\"><title>Not found</title><p>There is nothing here.</p></html>\n"};
  }
  if (request.method == "POST") {
    take(request.form);
    return {303, "", path};
  }
  return {200, review_page(screen_, path)};
}

void ReviewSite::type(const std::string& text) {
  if (!text.empty()) {
    screen_.press({Key::Kind::character, text});
  }
  screen_.press({Key::Kind::enter});
}

// A form of another step than this one is of a page that was left behind: it does nothing.
void ReviewSite::take(const std::map<std::string, std::string>& fields) {
  const auto field = [&fields](const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  };
  if (screen_.is_done() || field("step") != std::to_string(screen_.position())) {
    return;
  }
  if (!field("undo").empty()) {
    screen_.take_back();
  } else if (!field("number").empty()) {
    screen_.press({Key::Kind::character, field("number")});
  } else if (!field("skip").empty()) {
    screen_.press({Key::Kind::character, "s"});
    type(replace_all(field("skip"), "\r\n", " "));
  } else if (fields.count("text") > 0) {
    type(replace_all(field("text"), "\r\n", "\n"));
  }
}

}  // namespace promptctl::cli
