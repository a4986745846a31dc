// Makes a report page of a document on standard input, for the tests in a browser.
//
//   page_from_json TITLE <document.json >page.html

#include <iostream>

#include "report/page/page.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: page_from_json TITLE <document.json >page.html\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  promptctl::write_page({argv[1], [](std::ostream& out) { out << std::cin.rdbuf(); }}, std::cout);
  return std::cout.flush() ? 0 : 1;
}
