#include "template/template.hpp"

#include <utility>

#include "template/expander.hpp"
#include "template/parser.hpp"
#include "template/uses.hpp"
#include "template/white_space.hpp"

namespace promptctl {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";

class TextOutput final : public Output {
 public:
  void text(std::string_view text) override { text_ += text; }
  void marker(const Marker& marker) override { static_cast<void>(marker); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

Template::Template(std::shared_ptr<const TemplateSyntax> syntax) : syntax_(std::move(syntax)) {}

std::optional<Template> Template::parse(const SourcePointer& source, std::size_t start, Diagnostics& diagnostics) {
  std::string_view text = source->text();
  if (start > 0) {
    text = text.substr(0, text.find_last_not_of(white_space) + 1);
    start = std::min(text.find_first_not_of(white_space, start), text.size());
  }
  TemplatePlaces places(source);
  TemplateFaults faults(places, diagnostics);
  TemplateBody body = TemplateParser(text, start, faults).parse();
  if (faults.any()) {
    return std::nullopt;
  }
  control_white_space(body);
  return Template(std::make_shared<const TemplateSyntax>(TemplateSyntax{std::move(places), std::move(body)}));
}

std::vector<VariableUse> Template::variables() const {
  return find_uses(*syntax_).variables;
}

std::vector<PartialUse> Template::partials() const {
  return find_uses(*syntax_).partials;
}

std::set<std::string> Template::certain_partials() const {
  return find_certain_partials(syntax_->body);
}

bool Template::expand(const Expansion& input, Output& output, Diagnostics& diagnostics) const {
  return TemplateExpander(input, output, diagnostics).run(*syntax_);
}

std::optional<std::string> expand_text(const Template& parsed, Expansion input, Diagnostics& diagnostics) {
  input.markers = false;
  TextOutput output;
  if (!parsed.expand(input, output, diagnostics)) {
    return std::nullopt;
  }
  return output.take();
}

}  // namespace promptctl
