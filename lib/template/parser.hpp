#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "template/scanner.hpp"
#include "template/syntax.hpp"

namespace promptctl {

// Builds the statements of one template. Blocks are kept on a stack of its own, so that nesting costs no call depth.
class TemplateParser {
 public:
  // Both must outlive it. Parses [begin, text.size()).
  TemplateParser(std::string_view text, std::size_t begin, TemplateFaults& faults);

  // What could be read; of use only when `faults` got none. White space is as written.
  TemplateBody parse();

 private:
  struct OpenBlock {
    std::unique_ptr<BlockStatement> block;
    std::string name;  // what must stand in its closing tag
    std::size_t at = 0;
    bool inverted = false;  // `{{^name}}`
    bool chained = false;   // `{{else if …}}`: closed by the tag that closes the block it belongs to
    bool has_else = false;
    TemplateBody first;
    TemplateBody second;  // behind the else
    std::size_t outer_names = 0;
  };

  void add(TemplateStatement statement);
  void add_tag(const TemplateTag& tag);
  void print(const TemplateTag& tag);
  void partial(const TemplateTag& tag);
  void open(const TemplateTag& tag);
  void else_only(const TemplateTag& tag);
  void else_block(const TemplateTag& tag);
  void close(const TemplateTag& tag);
  bool begin_else(const TemplateTag& tag);
  void push(const TemplateTag& tag, bool chained);
  void close_top(StripFlags strip);
  void finish_top();
  void report_unclosed(const OpenBlock& block);
  std::string_view inside(const TemplateTag& tag) const;

  std::string_view text_;
  TemplateFaults& faults_;
  TemplateScanner scanner_;
  TemplateBody root_;
  std::vector<OpenBlock> open_;
  std::vector<std::string> block_names_;
};

}  // namespace promptctl
