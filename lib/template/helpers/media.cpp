#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

void write_media(HelperRun& run) {
  const Value* url = run.find("url");
  const Value* type = run.find("contentType");
  if (url == nullptr || !url->is_text() || url->text.empty()) {
    run.expander.fault("wrong-arguments", run.at, "`url=` of `media` must be the text of a URL");
    return;
  }
  run.expander.marker(run, MediaMarker{url->text, type == nullptr ? std::string() : written_text(*type)});
}

}  // namespace

const Helper media_helper{.name = "media",
                          .usage = R"({{media url=photo contentType="image/jpeg"}})",
                          .form = HelperForm::marker,
                          .arguments = 0,
                          .named = {"url", "contentType"},
                          .needs_first_named = true,
                          .write = write_media};

}  // namespace promptctl
