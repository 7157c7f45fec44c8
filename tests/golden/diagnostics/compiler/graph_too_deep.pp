program p0(a: int) {
  return p1(a)
}

program p1(a: int) {
  return p2(a)
}

program p2(a: int) {
  return p3(a)
}

program p3(a: int) {
  return p4(a)
}

program p4(a: int) {
  return p5(a)
}

program p5(a: int) {
  return p6(a)
}

program p6(a: int) {
  return p7(a)
}

program p7(a: int) {
  return p8(a)
}

program p8(a: int) {
  return p9(a)
}

program p9(a: int) {
  return p10(a)
}

program p10(a: int) {
  return p11(a)
}

program p11(a: int) {
  return p12(a)
}

program p12(a: int) {
  return p13(a)
}

program p13(a: int) {
  return p14(a)
}

program p14(a: int) {
  return p15(a)
}

program p15(a: int) {
  return p16(a)
}

program p16(a: int) {
  return p17(a)
}

program p17(a: int) {
  return p18(a)
}

program p18(a: int) {
  return p19(a)
}

program p19(a: int) {
  return p20(a)
}

program p20(a: int) {
  return p21(a)
}

program p21(a: int) {
  return p22(a)
}

program p22(a: int) {
  return p23(a)
}

program p23(a: int) {
  return p24(a)
}

program p24(a: int) {
  return p25(a)
}

program p25(a: int) {
  return p26(a)
}

program p26(a: int) {
  return p27(a)
}

program p27(a: int) {
  return p28(a)
}

program p28(a: int) {
  return p29(a)
}

program p29(a: int) {
  return p30(a)
}

program p30(a: int) {
  return p31(a)
}

program p31(a: int) {
  return p32(a)
}

program p32(a: int) {
  return p33(a)
}

program p33(a: int) {
  return p34(a)
}

program p34(a: int) {
  return p35(a)
}

program p35(a: int) {
  return p36(a)
}

program p36(a: int) {
  return p37(a)
}

program p37(a: int) {
  return p38(a)
}

program p38(a: int) {
  return p39(a)
}

program p39(a: int) {
  return p40(a)
}

program p40(a: int) {
  return p41(a)
}

program p41(a: int) {
  return p42(a)
}

program p42(a: int) {
  return p43(a)
}

program p43(a: int) {
  return p44(a)
}

program p44(a: int) {
  return p45(a)
}

program p45(a: int) {
  return p46(a)
}

program p46(a: int) {
  return p47(a)
}

program p47(a: int) {
  return p48(a)
}

program p48(a: int) {
  return p49(a)
}

program p49(a: int) {
  return p50(a)
}

program p50(a: int) {
  return p51(a)
}

program p51(a: int) {
  return p52(a)
}

program p52(a: int) {
  return p53(a)
}

program p53(a: int) {
  return p54(a)
}

program p54(a: int) {
  return p55(a)
}

program p55(a: int) {
  return p56(a)
}

program p56(a: int) {
  return p57(a)
}

program p57(a: int) {
  return p58(a)
}

program p58(a: int) {
  return p59(a)
}

program p59(a: int) {
  return p60(a)
}

program p60(a: int) {
  return p61(a)
}

program p61(a: int) {
  return p62(a)
}

program p62(a: int) {
  return p63(a)
}

program p63(a: int) {
  return p64(a)
}

program p64(a: int) {
  return p65(a)
}

program p65(a: int) {
  return a
}
