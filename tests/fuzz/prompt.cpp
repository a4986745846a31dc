// A prompt file, through front matter, template, expansion and messages.

#include "prompt/prompt_file.hpp"
#include "prompt/renderer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  const auto source = std::make_shared<const Source>("fuzz", std::string(reinterpret_cast<const char*>(bytes), size));
  Diagnostics diagnostics;
  const auto prompt = read_prompt("fuzz", source, diagnostics);
  const auto renderer = prompt ? Renderer::compile(*prompt, std::make_shared<Partials>(), diagnostics) : std::nullopt;
  if (renderer) {
    Case golden;
    golden.vars = map_value();
    golden.vars.set("a", text_value("x")).set("b", list_value({integer_value(1), map_value()}));
    renderer->render(golden, diagnostics);
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    describe(diagnostic);
  }
  return 0;
}
